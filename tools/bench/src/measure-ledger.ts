import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type * as Ledgers from 'ledger/bench';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { median, table } from './figures.ts';
import { onStageOfItsOwn } from './stage-for-bench.ts';

const TABLES = {
  JOURNALS_TABLE_NAME: 'bench-journals',
  BOOKS_TABLE_NAME: 'bench-books',
  RECONCILIATION_TABLE_NAME: 'bench-balances',
};
type Ledger = typeof Ledgers;

const ROUNDS = 3;
/** Entries of each round. */
const APPENDS = 96;
const EVENTS = [100, 1000, 10_000];
const LOADS = 7;

/**
 * Appends with the ledger's own code to its own tables, whose stream is projected; loads from separate tables without
 * writes.
 */
export async function measureLedger(signal: AbortSignal): Promise<string> {
  return onStageOfItsOwn(signal, async () => {
    const FunctionName = 'waypost-local-ledger-post-payments';
    const { Environment } = await new LambdaClient({}).send(new GetFunctionConfigurationCommand({ FunctionName }));
    Object.assign(process.env, Environment?.Variables);
    // Its clients find the stage by the environment, which is there only now.
    const ledger: Ledger = await import('ledger/bench');
    const posted = await appends(ledger);
    const client = new DynamoDBClient({});
    for (const TableName of Object.values(TABLES)) await client.send(new CreateTableCommand(tableOf(TableName)));
    Object.assign(process.env, TABLES);
    return [posted, '', await loads(ledger)].join('\n');
  });
}

const tableOf = (TableName: string) => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
});

/** Interleaved: each round has all of them, one after the other. */
async function appends({ anEntry, post }: Ledger): Promise<string> {
  const cases = [1, 8].flatMap((writers) => [
    { writers, journal: 'EUR-0', words: 'one journal' },
    { writers, journal: undefined, words: 'all four journals' },
  ]);
  const rates = cases.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { writers, journal }] of cases.entries()) {
      const left = Array.from({ length: APPENDS }, () => anEntry(journal));
      const began = performance.now();
      const writer = async () => {
        for (let entry = left.pop(); entry; entry = left.pop()) await post(entry);
      };
      await Promise.all(Array.from({ length: writers }, writer));
      rates[index]?.push(APPENDS / ((performance.now() - began) / 1000));
    }
    process.stderr.write(`\rledger: round ${round + 1} of ${ROUNDS} `);
  }
  const rows = cases.map(({ writers, words }, index) => [
    String(writers),
    words,
    median(rates[index] ?? []).toFixed(0),
  ]);
  return table(['writers', 'on', 'appends a second'], rows);
}

async function loads({ fill, load }: Ledger): Promise<string> {
  const rows: string[][] = [];
  for (const events of EVENTS) {
    const times = new Map<boolean, number[]>([
      [true, []],
      [false, []],
    ]);
    const items = new Map<boolean, number>();
    for (const snapshot of [true, false]) await fill(nameOf(events, snapshot), events, { snapshot });
    for (let count = 0; count < LOADS; count += 1) {
      for (const snapshot of [true, false]) {
        const began = performance.now();
        const loaded = await load(nameOf(events, snapshot));
        if (loaded.version !== events) throw new Error('Events are missing');
        times.get(snapshot)?.push(performance.now() - began);
        items.set(snapshot, loaded.itemsRead);
      }
    }
    const of = (snapshot: boolean) => median(times.get(snapshot) ?? []).toFixed(1);
    const read = (snapshot: boolean) => (items.get(snapshot) ?? 0).toLocaleString('en');
    rows.push([events.toLocaleString('en'), read(true), of(true), read(false), of(false)]);
    process.stderr.write(`\rledger: ${events} events `);
  }
  const head = ['events of a journal', 'items read from its snapshot', 'ms', 'items read from the first event', 'ms '];
  return [
    table(head, rows),
    '',
    'A journal is loaded from its snapshot with the same reads at any length. The engine scans a whole partition for each query, which is',
    'the time that grows here; AWS reads the key directly.',
  ].join('\n');
}

const nameOf = (events: number, snapshot: boolean) => `bench-${events}-${snapshot ? 'with' : 'without'}`;
