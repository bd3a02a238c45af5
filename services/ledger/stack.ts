import {
  EventConsumer,
  functionsOf,
  impactAlarm,
  OutboxRelay,
  platformOf,
  publishCommand,
  ScheduledJob,
  ServiceApi,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  StreamConsumer,
} from '@waypost/cdk-kit';
import {
  BalanceTransactionReported,
  GetAccountStatement,
  GetReconciliation,
  GetTrialBalance,
  ListAccountEntries,
  ListAccounts,
  ListJournalEvents,
  ListJournals,
  PaymentCaptured,
  PaymentRefunded,
  PaymentReversed,
  RebuildLedger,
  ReconcileLedger,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

const NOT_IN_THE_BOOKS = 'captures and refunds are not in the ledger';
const BEHIND = 'the ledger that operators see is outdated';

/** The shop's books: double entry, and nothing in them is ever changed. */
export class LedgerStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('ledger', stage), stackProps('ledger', stage));
    const platform = platformOf(this, stage);
    const journals = new ServiceTable(this, 'Journals', { stage });
    const books = new ServiceTable(this, 'Books', { stage });
    const reconciliation = new ServiceTable(this, 'Reconciliation', { stage });
    reconciliation.addIndex('state');
    const define = functionsOf(this, {
      service: 'ledger',
      stage,
      directory: import.meta.dirname,
      environment: {
        JOURNALS_TABLE_NAME: journals.tableName,
        BOOKS_TABLE_NAME: books.tableName,
        RECONCILIATION_TABLE_NAME: reconciliation.tableName,
      },
    });

    const post = define('post-payments', { impact: NOT_IN_THE_BOOKS });
    const project = define('project-entries', { impact: BEHIND });
    const rebuild = define('rebuild-ledger', {
      impact: "the ledger's projections cannot be rebuilt",
      timeout: Duration.minutes(15),
    });
    const accounts = define('list-accounts', { impact: 'operators cannot see the accounts' });
    const entries = define('list-account-entries', { impact: 'operators cannot see the entries of an account' });
    const balance = define('get-trial-balance', { impact: 'operators cannot see the trial balance' });
    const fees = define('post-fees', { impact: 'provider fees are not posted' });
    const compare = define('reconcile', {
      impact: 'differences between the ledger and the provider are not found',
      timeout: Duration.minutes(5),
      environment: { GRACE_SECONDS: String(stage.reconciliationGrace.toSeconds()) },
    });
    const compareNow = define('reconcile-ledger', {
      impact: 'operators wait five minutes for the reconciliation',
      timeout: Duration.minutes(5),
    });
    const showReconciliation = define('get-reconciliation', { impact: 'operators cannot see the differences' });
    const statement = define('get-account-statement', { impact: 'operators cannot download statements' });
    const listJournals = define('list-journals', { impact: 'operators cannot see the journals' });
    const listEvents = define('list-journal-events', { impact: 'operators cannot see the events of a journal' });
    const relay = define('relay-outbox', { impact: 'differences are not published' });
    for (const posting of [post, fees]) {
      journals.allow(posting, ['Query', 'PutItem', 'ConditionCheckItem']);
      books.allow(posting, ['GetItem']);
    }
    reconciliation.allow(post, ['GetItem', 'UpdateItem']);
    reconciliation.allow(fees, ['PutItem', 'UpdateItem']);
    for (const comparing of [compare, compareNow]) {
      reconciliation.allow(comparing, ['PutItem', 'UpdateItem']);
      reconciliation.allowIndex(comparing, 'state');
    }
    reconciliation.allow(showReconciliation, ['GetItem']);
    reconciliation.allowIndex(showReconciliation, 'state');
    for (const replaying of [listJournals, listEvents]) journals.allow(replaying, ['Query']);
    books.allow(listJournals, ['GetItem']);
    books.allow(project, ['GetItem', 'PutItem', 'UpdateItem']);
    journals.allow(rebuild, ['Query']);
    books.allow(rebuild, ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'BatchWriteItem']);
    for (const reading of [accounts, entries, balance, statement, compareNow])
      books.allow(reading, ['GetItem', 'Query']);

    publishCommand(this, stage, RebuildLedger, rebuild);
    publishCommand(this, stage, ReconcileLedger, compareNow);

    new EventConsumer(this, 'Payments', {
      stage,
      bus: platform.bus,
      events: [PaymentCaptured, PaymentRefunded, PaymentReversed],
      function: post,
    });
    new StreamConsumer(this, 'Projection', {
      stage,
      table: journals,
      function: project,
      attribute: 'entry',
      impact: `${BEHIND}, for good: an event could not be read`,
      lateImpact: BEHIND,
    });
    new EventConsumer(this, 'BalanceTransactions', {
      stage,
      bus: platform.bus,
      events: [BalanceTransactionReported],
      function: fees,
    });
    new ScheduledJob(this, 'Reconciliations', {
      stage,
      every: Duration.minutes(5),
      function: compare,
    });
    new OutboxRelay(this, 'Relay', { stage, table: reconciliation, bus: platform.bus, function: relay });
    impactAlarm(this, 'Differences', {
      stage,
      impact: 'the ledger and the payment provider disagree',
      firstAction: 'read the differences at GET /ledger/reconciliation',
      metric: new Metric({
        namespace: 'Waypost',
        metricName: 'LedgerDifferences',
        dimensionsMap: { service: 'ledger' },
        statistic: Stats.SUM,
        period: Duration.minutes(1),
      }),
    });
    new ServiceApi(this, 'Api', {
      stage,
      service: 'ledger',
      platform,
      routes: [
        [ListAccounts, accounts],
        [ListAccountEntries, entries],
        [GetTrialBalance, balance],
        [GetAccountStatement, statement],
        [ListJournals, listJournals],
        [ListJournalEvents, listEvents],
        [GetReconciliation, showReconciliation],
      ],
    });
  }
}
