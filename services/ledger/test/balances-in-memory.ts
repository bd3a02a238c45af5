import type { DomainEvent } from '@waypost/contracts';
import type { PaymentBalance } from '../src/domain/reconciliation.ts';
import type { PaymentBalances } from '../src/ports.ts';

/** Payments side by side with the same conditions as the table, and the published events. */
export function balancesInMemory(): {
  readonly balances: PaymentBalances;
  readonly published: readonly DomainEvent[];
  /** Counts what an entry moves, as its append does. */
  readonly book: (paymentIntentId: string, amount: number, at: string) => void;
} {
  const all = new Map<string, PaymentBalance>();
  const known = new Set<string>();
  const published: DomainEvent[] = [];
  let checkedAt: string | undefined;
  const count = (paymentIntentId: string, side: 'booked' | 'provided', amount: number, since: string) => {
    const there = all.get(paymentIntentId);
    const balance = there ?? ({ paymentIntentId, currency: 'EUR', booked: 0, provided: 0 } as const);
    all.set(paymentIntentId, { ...balance, [side]: balance[side] + amount, state: 'open', since });
  };
  const inState = (state: PaymentBalance['state'], before = '9999') =>
    [...all.values()].filter((each) => each.state === state && each.since < before);
  return {
    published,
    book: (paymentIntentId, amount, at) => count(paymentIntentId, 'booked', amount, at),
    balances: {
      add: async ({ transactionId, paymentIntentId, amount, at }) => {
        if (known.has(transactionId)) return 'known';
        known.add(transactionId);
        count(paymentIntentId, 'provided', amount, at);
        return 'added';
      },
      open: async (before) => inState('open', before),
      differing: async () => inState('differs'),
      settle: async (balance, { state }, events) => {
        if (all.get(balance.paymentIntentId) !== balance) return 'changed';
        const { published: _, ...kept } = balance;
        const { booked, provided } = balance;
        all.set(balance.paymentIntentId, {
          ...kept,
          state,
          ...(state === 'differs' && { published: { booked, provided } }),
        });
        published.push(...events);
        return 'settled';
      },
      checkedAt: async () => checkedAt,
      check: async (at) => {
        checkedAt = at;
      },
    },
  };
}
