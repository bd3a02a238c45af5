import type { Money, OrderLine, ReviewReason } from '@waypost/contracts';

/** From how many units of one product an order looks like a reseller's. */
const BULK_QUANTITY = 50;

export type Risk =
  | { readonly outcome: 'low' }
  /** A person looks at it first. */
  | { readonly outcome: 'review'; readonly reason: readonly ReviewReason[] };

/** Which orders a person looks at before their money is held: those above a threshold, and those of a reseller. */
export function assessRisk(
  { lines, total }: { readonly lines: readonly OrderLine[]; readonly total: Money },
  threshold: Money,
): Risk {
  const reason: ReviewReason[] = [
    ...(total.amount > threshold.amount ? (['large_total'] as const) : []),
    ...(lines.some(({ quantity }) => quantity >= BULK_QUANTITY) ? (['bulk_quantity'] as const) : []),
  ];
  return reason.length > 0 ? { outcome: 'review', reason } : { outcome: 'low' };
}
