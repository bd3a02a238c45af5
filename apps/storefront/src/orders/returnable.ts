import type { Money, Order, ReturnedLine } from '../api/shop.ts';

/** A line of an order, and how much of it is still with the shopper. */
export interface LeftLine {
  readonly sku: string;
  readonly name: string;
  readonly left: number;
  readonly unitPrice: Money;
}

type Facts = Pick<Order, 'status' | 'lines' | 'returns' | 'returnableUntil'>;

/** How much of each line may still be sent back at `now`; nothing of an order that isn't there yet, or was there too long ago. */
export function returnableLines(order: Facts, now: Date): readonly LeftLine[] {
  const { status, lines, returnableUntil } = order;
  if ((status !== 'DELIVERED' && status !== 'COMPLETED') || !returnableUntil || new Date(returnableUntil) <= now)
    return [];
  return lines
    .map(({ sku, name, quantity, unitPrice }) => ({ sku, name, unitPrice, left: quantity - sentBack(order, sku) }))
    .filter(({ left }) => left > 0);
}

/** How much of a line comes back or came back already. */
export const sentBack = ({ returns }: Pick<Order, 'returns'>, sku: string): number =>
  returns
    .flatMap(({ lines }) => lines)
    .filter((line) => line.sku === sku)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** What is given back for these lines. */
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
