import type { BalanceTransaction } from '../src/domain/payments/balance-transaction.ts';
import type { PaymentIntent } from '../src/domain/payments/payment-intent.ts';
import type { KeptIntent, PaymentRecords, RememberedAnswer, Webhook } from '../src/ports.ts';

/** Books that keep to the same conditions as the table does, with all webhooks that were written with intents. */
export function recordsInMemory(...given: readonly PaymentIntent[]): PaymentRecords & { readonly webhooks: Webhook[] } {
  const intents = new Map<string, KeptIntent>(given.map((intent) => [intent.id, { intent, version: 1 }]));
  const sent: Webhook[] = [];
  const transactions: BalanceTransaction[] = [];
  const answers = new Map<string, RememberedAnswer>();
  return {
    webhooks: sent,
    answerTo: async (key) => answers.get(key),
    intentOf: async (id) => intents.get(id),
    keep: async ({ intent, version, webhooks, transactions: caused = [], answer }) => {
      if (intent && (intents.get(intent.id)?.version ?? 0) !== version) return 'changed';
      if (answer && answers.has(answer.key)) return 'changed';
      if (intent) intents.set(intent.id, { intent, version: version + 1 });
      if (answer) answers.set(answer.key, answer);
      sent.push(...webhooks);
      transactions.push(...caused);
      return 'kept';
    },
    transactionOf: async (id) => transactions.find((transaction) => transaction.id === id),
    transactions: async ({ from, behind, limit }) => {
      const newest = transactions.filter(({ created }) => created >= from).toReversed();
      const start = newest.findIndex(({ created, id }) => `${created}#${id}` === behind) + 1;
      return newest.slice(start, start + limit);
    },
    intents: async (reference) =>
      [...intents.values()]
        .map(({ intent }) => intent)
        .filter(({ metadata }) => !reference || [metadata['orderId'], metadata['bookingId']].includes(reference)),
  };
}
