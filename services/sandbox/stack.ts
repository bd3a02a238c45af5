import {
  functionsOf,
  platformOf,
  QueueConsumer,
  readAtRunTime,
  ServiceApi,
  type ServiceFunction,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  type StageProfile,
  StreamConsumer,
} from '@waypost/cdk-kit';
import {
  DeleteFaults,
  GetCarrierRecords,
  GetPaymentRecords,
  ListInbox,
  PutFault,
  ReceiveMail,
} from '@waypost/contracts';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BookParcel, RecallParcels } from './src/carrier-routes.ts';
import { carrierOf, tripsOf } from './partners-stack.ts';
import { WEBHOOKS_ATTRIBUTE } from './src/ports.ts';
import {
  AnswerAuthentication,
  CancelPaymentIntent,
  CapturePaymentIntent,
  CreatePaymentIntent,
  CreateRefund,
  ListBalanceTransactions,
  ListRefunds,
  RetrievePaymentIntent,
  ShowAuthentication,
} from './src/provider-routes.ts';

/**
 * Simulated external services: a payment provider with its bank, a carrier, the webhooks of both, an airline, a hotel,
 * and an inbox. Not deployed on stages with real external services.
 */
export class SandboxStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('sandbox', stage), stackProps('sandbox', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'OutsideWorld', { stage });
    table.addIndex('records');
    table.addIndex('inbox');
    // A slow provider takes 8 seconds, and then as long as ever.
    const timeout = Duration.seconds(15);
    const define = functionsOf(this, {
      service: 'sandbox',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const create = define('create-payment-intent', { impact: 'no payment is authorized', timeout });
    const retrieve = define('retrieve-payment-intent', { impact: 'payments are not reversed', timeout });
    const capture = define('capture-payment-intent', { impact: 'payments are authorized but not captured', timeout });
    const cancel = define('cancel-payment-intent', {
      impact: 'authorizations of cancelled orders are not voided',
      timeout,
    });
    const refund = define('create-refund', { impact: 'cancelled orders are not refunded', timeout });
    const transactions = define('list-balance-transactions', {
      impact: 'fees are not posted, and the ledger is not reconciled',
      timeout,
    });
    const refunds = define('list-refunds', {
      impact: 'a refund that exceeds the amount left is not corrected',
      timeout,
    });
    const showPage = define('show-authentication', {
      impact: 'shoppers cannot authenticate payments, and their orders wait',
    });
    const answerPage = define('answer-authentication', {
      impact: 'shoppers cannot authenticate payments, and their orders wait',
    });
    const putFault = define('put-fault', { impact: 'operators and tests cannot inject faults' });
    const deleteFaults = define('delete-faults', { impact: 'operators and tests cannot remove faults' });
    const records = define('get-payment-records', { impact: "operators and tests cannot read the provider's records" });
    const receive = define('receive-mail', { impact: "the shop's mails do not arrive" });
    const inbox = define('list-inbox', { impact: 'the simulated inbox cannot be read' });
    table.allow(retrieve, ['GetItem', 'Query', 'UpdateItem']);
    for (const changing of [create, capture, cancel, refund])
      table.allow(changing, ['GetItem', 'PutItem', 'Query', 'UpdateItem']);
    table.allowIndex(transactions, 'records');
    for (const reading of [transactions, refunds]) table.allow(reading, ['GetItem']);
    table.allow(showPage, ['GetItem']);
    table.allow(answerPage, ['GetItem', 'PutItem']);
    table.allow(putFault, ['PutItem']);
    table.allow(deleteFaults, ['Query', 'DeleteItem']);
    findsThePage(create, stage);
    table.allowIndex(records, 'records');
    table.allow(receive, ['PutItem']);
    table.allowIndex(inbox, 'inbox');
    this.#sendWebhooks(stage, table, define);
    const carrier = carrierOf(this, stage, table, define);
    const trips = tripsOf(table, define);

    new ServiceApi(this, 'Api', {
      stage,
      service: 'sandbox',
      platform,
      routes: [
        [CreatePaymentIntent, create],
        [RetrievePaymentIntent, retrieve],
        [CapturePaymentIntent, capture],
        [CancelPaymentIntent, cancel],
        [CreateRefund, refund],
        [ListRefunds, refunds],
        [ListBalanceTransactions, transactions],
        [ShowAuthentication, showPage],
        [AnswerAuthentication, answerPage],
        [BookParcel, carrier.book],
        [RecallParcels, carrier.recall],
        [GetCarrierRecords, carrier.records],
        ...trips,
        [PutFault, putFault],
        [DeleteFaults, deleteFaults],
        [GetPaymentRecords, records],
        [ReceiveMail, receive],
        [ListInbox, inbox],
      ],
    });
  }

  /**
   * Webhooks of written intents and parcels go through a queue, which delays some of them, to the shop, until it
   * accepts them.
   */
  #sendWebhooks(stage: StageProfile, table: ServiceTable, define: ReturnType<typeof functionsOf>): void {
    const send = define('send-webhooks', { impact: 'the shop receives webhooks late' });
    const deliver = define('deliver-webhook', {
      impact: 'the shop receives webhooks late',
      timeout: Duration.seconds(6),
    });
    const webhooks = new QueueConsumer(this, 'Webhooks', {
      stage,
      function: deliver,
      visibilityTimeout: Duration.seconds(36),
      // An hour of the shop being away.
      maxReceiveCount: 100,
    });
    webhooks.acceptMessagesFrom(send);
    table.allow(send, ['Query', 'UpdateItem']);
    new StreamConsumer(this, 'Changes', {
      stage,
      table,
      function: send,
      attribute: WEBHOOKS_ATTRIBUTE,
      impact: 'the shop misses webhooks',
      lateImpact: 'the shop receives webhooks late',
    });

    // The webhook stack leaves address and secrets, maybe after this one, maybe never.
    readAtRunTime(deliver, { stage, owner: 'webhook', name: 'api-url', variable: 'WEBHOOK_URL_PARAMETER' });
    const prefix = `waypost/${stage.name}/webhook/`;
    deliver.addEnvironment('WEBHOOK_SECRETS_PATH', prefix);
    for (const provider of ['payment', 'carrier']) {
      deliver.allow(
        ['secretsmanager:GetSecretValue'],
        // Secrets Manager adds a dash and six characters to the name.
        this.formatArn({
          service: 'secretsmanager',
          resource: 'secret',
          resourceName: `${prefix}${provider}-??????`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      );
    }
  }
}

/** The bank's page is behind the shop's front door where there is one, else at this API. */
function findsThePage(create: ServiceFunction, stage: StageProfile): void {
  readAtRunTime(create, { stage, owner: 'edge', name: 'storefront-url', variable: 'STOREFRONT_URL_PARAMETER' });
  readAtRunTime(create, { stage, owner: 'sandbox', name: 'api-url', variable: 'API_URL_PARAMETER' });
}
