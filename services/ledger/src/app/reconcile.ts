import { type DomainEvent, LedgerDifferenceFound, LedgerDifferenceResolved } from '@waypost/contracts';
import { compare, type Comparison, type PaymentBalance } from '../domain/reconciliation.ts';
import type { PaymentBalances } from '../ports.ts';

/** Counts of a run. */
export interface Reconciled {
  readonly agreed: number;
  readonly differs: number;
}

/**
 * Compares changed payments with the provider, once both sides had time to report. A difference is published once, and
 * once more when it is resolved. A payment that changes during a run is compared by the next run.
 */
export async function reconcile({
  balances,
  graceSeconds,
  now,
}: {
  readonly balances: PaymentBalances;
  readonly graceSeconds: number;
  readonly now: string;
}): Promise<Reconciled> {
  const before = new Date(Date.parse(now) - graceSeconds * 1000).toISOString();
  const counts = { agreed: 0, differs: 0 };
  for (const balance of await balances.open(before)) {
    const comparison = compare(balance);
    if ((await balances.settle(balance, comparison, eventsOf(balance, comparison))) === 'settled')
      counts[comparison.state] += 1;
  }
  await balances.check(now);
  return counts;
}

function eventsOf(balance: PaymentBalance, { publish }: Comparison): readonly DomainEvent[] {
  if (!publish) return [];
  const { paymentIntentId, currency, booked, provided } = balance;
  const event = publish === 'found' ? LedgerDifferenceFound : LedgerDifferenceResolved;
  return [event.build(paymentIntentId, { paymentIntentId, currency, booked, provided })];
}
