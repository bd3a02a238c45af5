import {
  EventConsumer,
  functionsOf,
  platformOf,
  publishCommand,
  ServiceApi,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  StreamConsumer,
} from '@waypost/cdk-kit';
import {
  GetTrialBalance,
  ListAccountEntries,
  ListAccounts,
  PaymentCaptured,
  PaymentRefunded,
  PaymentUndone,
  RebuildBooks,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const NOT_IN_THE_BOOKS = 'money that moved is not in the books';
const BEHIND = 'the books that are shown are behind what was posted';

/** The shop's books: double entry, and nothing in them is ever changed. */
export class LedgerStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('ledger', stage), stackProps('ledger', stage));
    const platform = platformOf(this, stage);
    const journals = new ServiceTable(this, 'Journals', { stage });
    const books = new ServiceTable(this, 'Books', { stage });
    const define = functionsOf(this, {
      service: 'ledger',
      stage,
      directory: import.meta.dirname,
      environment: { JOURNALS_TABLE_NAME: journals.tableName, BOOKS_TABLE_NAME: books.tableName },
    });

    const post = define('post-payments', { impact: NOT_IN_THE_BOOKS });
    const project = define('project-entries', { impact: BEHIND });
    const rebuild = define('rebuild-books', {
      impact: 'the books that were to be rebuilt stay as they are',
      timeout: Duration.minutes(15),
    });
    const accounts = define('list-accounts', { impact: 'operators do not see the accounts' });
    const entries = define('list-account-entries', { impact: 'operators do not see what was posted' });
    const balance = define('get-trial-balance', { impact: 'operators do not see whether the books balance' });
    journals.allow(post, ['Query', 'PutItem']);
    books.allow(post, ['GetItem']);
    books.allow(project, ['GetItem', 'PutItem', 'UpdateItem']);
    journals.allow(rebuild, ['Query']);
    books.allow(rebuild, ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'BatchWriteItem']);
    for (const reading of [accounts, entries, balance]) books.allow(reading, ['GetItem', 'Query']);

    publishCommand(this, stage, RebuildBooks, rebuild);

    new EventConsumer(this, 'Payments', {
      stage,
      bus: platform.bus,
      events: [PaymentCaptured, PaymentRefunded, PaymentUndone],
      function: post,
      impact: NOT_IN_THE_BOOKS,
    });
    new StreamConsumer(this, 'Projection', {
      stage,
      table: journals,
      function: project,
      attribute: 'entry',
      impact: `${BEHIND}, for good: an event could not be read`,
      lateImpact: BEHIND,
    });
    new ServiceApi(this, 'Api', {
      stage,
      service: 'ledger',
      platform,
      routes: [
        [ListAccounts, accounts],
        [ListAccountEntries, entries],
        [GetTrialBalance, balance],
      ],
    });
  }
}
