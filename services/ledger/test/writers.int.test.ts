import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import {
  type AccountEntry,
  BalanceTransactionReported,
  GetTrialBalance,
  ListAccountEntries,
  ListAccounts,
  OrderId,
  PaymentCaptured,
  RebuildLedger,
} from '@waypost/contracts';
import { bodyOf, busEvent, commandPayload, eventually, stageClient } from '@waypost/test-kit';

const WRITERS = 8;
const EACH = Number(process.env['WAYPOST_LEDGER_EACH'] ?? 20);
const SLOW_MACHINE = 300_000 + WRITERS * EACH * 300;
/** Amount of the payment of an order in cents, different for each. */
const amountOf = (n: number) => 1190 + n;

const client = stageClient();
const { stage, region, endpoint } = client.stage;
const lambda = new LambdaClient({
  region,
  ...(endpoint && { endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }),
});

let token: string;
beforeAll(async () => {
  token = await client.signIn('operator');
});

const newIntent = () => `pi_${randomBytes(12).toString('hex')}`;
const newOrder = () => OrderId.parse(`ord_${randomBytes(16).toString('hex')}`);

/** Tells a function of the ledger what the bus would. */
async function publish(event: unknown, name = 'post-payments'): Promise<void> {
  const FunctionName = `waypost-${stage}-ledger-${name}:live`;
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  // A writer that loses every race is retried, as by Lambda.
  if (FunctionError && Buffer.from(Payload ?? []).includes('TransientError')) return publish(event, name);
  expect(FunctionError).toBeUndefined();
}

const accountsNow = async () => bodyOf(await client.call(ListAccounts, { token })).items;

/** Replays every event from the first one on, into books of their own that then are read. */
async function rebuild(): Promise<void> {
  const FunctionName = `waypost-${stage}-ledger-rebuild-ledger:live`;
  const { FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(commandPayload(RebuildLedger)) }),
  );
  expect(FunctionError).toBeUndefined();
}

async function trialBalance() {
  const { currencies } = bodyOf(await client.call(GetTrialBalance, { token }));
  for (const { difference } of currencies) expect(difference).toBe(0);
  return currencies.find(({ currency }) => currency === 'EUR') ?? { debits: 0, credits: 0 };
}

async function clearingEntries(): Promise<readonly AccountEntry[]> {
  const all: AccountEntry[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor && { cursor }) };
    const page = bodyOf(
      await client.call(ListAccountEntries, { parameters: { id: 'provider-clearing' }, query, token }),
    );
    all.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== undefined);
  return all;
}

describe(`${WRITERS} writers at once, of whom each tells everything again`, () => {
  it(
    'post each event once, and the ledger balances whenever it is read',
    async () => {
      const before = await trialBalance();
      const causes = Array.from({ length: WRITERS * EACH }, (_, n) =>
        busEvent(PaymentCaptured, {
          data: {
            payableId: newOrder(),
            paymentIntentId: newIntent(),
            amount: { amount: amountOf(n), currency: 'EUR' },
          },
        }),
      );
      const paid = causes.reduce((sum, { detail }) => sum + detail.data.amount.amount, 0);

      const lanes = Array.from({ length: WRITERS }, (_, lane) => causes.filter((__, n) => n % WRITERS === lane));
      await Promise.all(
        lanes.map(async (lane) => {
          for (const cause of lane) {
            const { paymentIntentId, amount } = cause.detail.data;
            // The provider's report of it comes in any order too, and twice.
            const report = busEvent(BalanceTransactionReported, {
              data: { transactionId: `txn_${paymentIntentId}`, paymentIntentId, amount: amount.amount, fee: 0 },
            });
            await Promise.all([
              publish(cause),
              publish(report, 'post-fees'),
              publish(cause),
              publish(report, 'post-fees'),
            ]);
            await trialBalance();
          }
        }),
      );

      await eventually(
        async () => {
          const { debits, credits } = await trialBalance();
          expect([debits - before.debits, credits - before.credits]).toEqual([paid, paid]);
        },
        { within: SLOW_MACHINE / 2, every: 500 },
      );
      const entries = await clearingEntries();
      const entriesOf = Map.groupBy(entries, ({ about }) => about);
      for (const { detail } of causes) {
        const own = entriesOf.get(detail.data.payableId);
        expect(own).toMatchObject([{ side: 'debit', amount: detail.data.amount.amount, kind: 'payment-captured' }]);
      }
      const accounts = await accountsNow();
      expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
      await rebuild();
      expect(await accountsNow()).toEqual(accounts);
    },
    SLOW_MACHINE,
  );
});

describe('an append with a version that isn’t the next one', () => {
  it('changes nothing, whether it is stale or of the future', async () => {
    const FunctionName = `waypost-${stage}-ledger-post-payments`;
    const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    Object.assign(process.env, Environment?.Variables);
    const { anEntry, append, load } = await import('../bench.ts');
    const journalId = 'EUR-0';
    const { version } = await load(journalId);
    const entry = anEntry(journalId);
    expect(await append({ journalId, version: version + 3, entry })).toBe('changed');
    // Without any event yet, the first one is of the past only once it is there.
    expect(await append({ journalId, version: Math.max(version, 2), entry })).toBe('changed');
    expect((await load(journalId)).version).toBeGreaterThanOrEqual(version);
  });
});
