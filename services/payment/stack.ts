import {
  EventConsumer,
  functionsOf,
  OutboxRelay,
  parameterName,
  platformOf,
  publishCommand,
  publishParameter,
  readAtRunTime,
  ScheduledJob,
  ServiceApi,
  type ServiceFunction,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  type StageProfile,
  TopicConsumer,
} from '@waypost/cdk-kit';
import {
  AuthorizePayment,
  CapturePayment,
  GetPayment,
  OrderReturnReceived,
  OrderReturnRefundRequested,
  PaymentProviderReported,
  ReportBalance,
  ReversePayment,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** Longer than the provider's timeout of 6 seconds, tried twice. */
const REFUND_TIMEOUT = Duration.seconds(20);

/** Payments of orders and bookings: authorized, captured, refunded, each once. */
export class PaymentStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('payment', stage), stackProps('payment', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Payments', { stage });
    const provider = this.#provider(stage);
    const define = functionsOf(this, {
      service: 'payment',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    // Longer than the provider's timeout of 6 seconds, tried twice; shorter than the 30 seconds that a workflow's task waits.
    const authorize = define('authorize-payment', {
      impact: 'new orders wait for their payment',
      timeout: Duration.seconds(20),
      environment: provider.environment,
    });
    const capture = define('capture-payment', {
      impact: 'orders are not confirmed although their payment is authorized',
      timeout: Duration.seconds(20),
      environment: provider.environment,
    });
    const reversal = define('reverse-payment', {
      impact: 'payments of cancelled orders are not reversed',
      timeout: Duration.seconds(25),
      environment: provider.environment,
    });
    const refund = define('refund-return', {
      impact: 'returns are not refunded',
      timeout: REFUND_TIMEOUT,
      environment: provider.environment,
    });
    const authenticated = define('record-authentication', {
      impact: 'orders time out although their shoppers authenticated the payment',
    });
    const settled = define('record-settlement', {
      impact: 'delivered orders are not completed, and returns are not shown as refunded',
    });
    const get = define('get-payment', { impact: 'shoppers cannot see their payments' });
    const relay = define('relay-outbox', { impact: 'the ledger misses captures and refunds' });
    const report = define('report-balance', {
      impact: 'provider fees are not posted, and the ledger is not reconciled',
      timeout: Duration.minutes(5),
      environment: provider.environment,
    });
    const reportNow = define('report-balance-now', {
      impact: "operators wait a minute for the provider's transactions",
      timeout: Duration.minutes(5),
      environment: provider.environment,
    });
    for (const asking of [authorize, capture, reversal, refund, report, reportNow]) {
      table.allow(asking, ['GetItem', 'PutItem']);
      provider.allow(asking);
    }
    for (const recording of [authenticated, settled]) table.allow(recording, ['GetItem', 'PutItem']);
    table.allow(get, ['GetItem']);
    readAtRunTime(authorize, { stage, owner: 'edge', name: 'storefront-url', variable: 'STOREFRONT_URL_PARAMETER' });

    publishCommand(this, stage, AuthorizePayment, authorize);
    publishCommand(this, stage, CapturePayment, capture);
    publishCommand(this, stage, ReversePayment, reversal);
    publishCommand(this, stage, ReportBalance, reportNow);
    new EventConsumer(this, 'ProviderReports', {
      stage,
      bus: platform.bus,
      events: [PaymentProviderReported],
      // Only what may end the wait for a shopper's authentication.
      detail: { data: { change: ['authorized', 'failed'] } },
      function: authenticated,
    });
    new EventConsumer(this, 'Settlements', {
      stage,
      bus: platform.bus,
      events: [PaymentProviderReported],
      detail: { data: { change: ['captured', 'refunded'] } },
      function: settled,
    });
    new TopicConsumer(this, 'ReceivedReturns', {
      stage,
      topic: platform.orderTopic,
      events: [OrderReturnReceived, OrderReturnRefundRequested],
      function: refund,
      visibilityTimeout: Duration.seconds(6 * REFUND_TIMEOUT.toSeconds()),
      // An hour of the provider being away.
      maxReceiveCount: 30,
    });
    new ScheduledJob(this, 'BalanceReport', {
      stage,
      every: Duration.minutes(1),
      function: report,
    });
    new OutboxRelay(this, 'Relay', { stage, table, bus: platform.bus, function: relay });
    new ServiceApi(this, 'Api', { stage, service: 'payment', platform, routes: [[GetPayment, get]] });
  }

  /** URL and key of the provider. The stack of the simulated one publishes its URL as a parameter. */
  #provider(stage: StageProfile) {
    const simulated = stage.externalServices === 'simulated';
    if (!simulated) {
      const name = 'provider-url';
      publishParameter(this, { stage, owner: 'payment', name, value: 'https://api.stripe.com' });
    }
    const parameter = simulated
      ? parameterName(stage, 'sandbox', 'api-url')
      : parameterName(stage, 'payment', 'provider-url');
    const secret = new Secret(this, 'ProviderKey', {
      description:
        'The key to the payment provider: prefix and key. Where the provider is real, put the real one here.',
      removalPolicy: stage.removalPolicy,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ prefix: 'sk_test_' }),
        generateStringKey: 'key',
        excludePunctuation: true,
        passwordLength: 24,
      },
    });
    return {
      environment: { PROVIDER_URL_PARAMETER: parameter, PROVIDER_KEY_SECRET: secret.secretArn },
      allow: (command: ServiceFunction) => {
        command.allow(
          ['ssm:GetParameter'],
          this.formatArn({ service: 'ssm', resource: 'parameter', resourceName: parameter.slice(1) }),
        );
        command.allow(['secretsmanager:GetSecretValue'], secret.secretArn);
      },
    };
  }
}
