import {
  functionsOf,
  platformOf,
  ServiceApi,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
} from '@waypost/cdk-kit';
import { GetPaymentBooks, ListInbox, ReceiveMail } from '@waypost/contracts';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  CancelPaymentIntent,
  CapturePaymentIntent,
  CreatePaymentIntent,
  CreateRefund,
  RetrievePaymentIntent,
} from './src/provider-routes.ts';

/** The simulated outside world: a payment provider and an inbox. Not deployed where the outside world is real. */
export class SandboxStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('sandbox', stage), stackProps('sandbox', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'OutsideWorld', { stage });
    table.addIndex('books');
    table.addIndex('inbox');
    const define = functionsOf(this, {
      service: 'sandbox',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const create = define('create-payment-intent', { impact: 'no order gets past its payment' });
    const retrieve = define('retrieve-payment-intent', { impact: 'money that is to be given back stays held' });
    const capture = define('capture-payment-intent', { impact: 'orders are authorized and never confirmed' });
    const cancel = define('cancel-payment-intent', { impact: 'money of cancelled orders stays held' });
    const refund = define('create-refund', { impact: 'money of cancelled orders stays taken' });
    const books = define('get-payment-books', { impact: 'operators and tests cannot compare the books' });
    const receive = define('receive-mail', { impact: 'mails of the shop do not arrive' });
    const inbox = define('list-inbox', { impact: 'nobody can read the mails that the shop sent' });
    table.allow(create, ['GetItem', 'PutItem']);
    table.allow(retrieve, ['GetItem']);
    for (const settling of [capture, cancel, refund]) table.allow(settling, ['GetItem', 'PutItem']);
    table.allowIndex(books, 'books');
    table.allow(receive, ['PutItem']);
    table.allowIndex(inbox, 'inbox');

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
        [GetPaymentBooks, books],
        [ReceiveMail, receive],
        [ListInbox, inbox],
      ],
    });
  }
}
