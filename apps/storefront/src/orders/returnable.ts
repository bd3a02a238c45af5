import type { Money, Order, ReturnedLine } from '../api/shop.ts';

/** A line of an order, and the number of its units that can be returned. */
export interface LeftLine {
  readonly sku: string;
  readonly name: string;
  readonly left: number;
  readonly unitPrice: Money;
}

type Facts = Pick<Order, 'status' | 'lines' | 'returns' | 'returnableUntil'>;

/**
 * Returns the returnable units of each line at `now`; none for an order that is not delivered or whose return period is
 * over.
 */
export function returnableLines(order: Facts, now: Date): readonly LeftLine[] {
  const { status, lines, returnableUntil } = order;
  if ((status !== 'DELIVERED' && status !== 'COMPLETED') || !returnableUntil || new Date(returnableUntil) <= now)
    return [];
  return lines
    .map(({ sku, name, quantity, unitPrice }) => ({
      sku,
      name,
      unitPrice,
      left: quantity - returnedQuantity(order, sku),
    }))
    .filter(({ left }) => left > 0);
}

/** Number of units of a line that are returned or being returned. */
export const returnedQuantity = ({ returns }: Pick<Order, 'returns'>, sku: string): number =>
  returns
    .flatMap(({ lines }) => lines)
    .filter((line) => line.sku === sku)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** Refund for these lines. */
export const refundOf = (
  lines: readonly ReturnedLine[],
  { lines: ordered, total }: Pick<Order, 'lines' | 'total'>,
): Money => ({
  amount: lines.reduce(
    (sum, { sku, quantity }) => sum + quantity * (ordered.find((line) => line.sku === sku)?.unitPrice.amount ?? 0),
    0,
  ),
  currency: total.currency,
});
