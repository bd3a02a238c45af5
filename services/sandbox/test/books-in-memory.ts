import type { KeptIntent, PaymentBooks, RememberedAnswer } from '../src/ports.ts';

/** Books that keep to the same conditions as the table does. */
export function booksInMemory(): PaymentBooks {
  const intents = new Map<string, KeptIntent>();
  const answers = new Map<string, RememberedAnswer>();
  return {
    answerTo: async (key) => answers.get(key),
    intentOf: async (id) => intents.get(id),
    keep: async ({ intent, version, answer }) => {
      if (intent && (intents.get(intent.id)?.version ?? 0) !== version) return 'changed';
      if (answer && answers.has(answer.key)) return 'changed';
      if (intent) intents.set(intent.id, { intent, version: version + 1 });
      if (answer) answers.set(answer.key, answer);
      return 'kept';
    },
    intents: async (orderId) =>
      [...intents.values()]
        .map(({ intent }) => intent)
        .filter(({ metadata }) => !orderId || metadata['orderId'] === orderId),
  };
}
