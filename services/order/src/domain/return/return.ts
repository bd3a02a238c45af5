import {
  type Money,
  type OrderLine,
  type OrderReturn,
  type PricedLine,
  ReturnStatus,
  type Sku,
  type WarehouseId,
} from '@waypost/contracts';

/** A return of items of an order, to a warehouse. */
export type Return = Readonly<OrderReturn> & {
  readonly warehouse: WarehouseId;
  /** Number of refunds that an operator requested. */
  readonly refundRequests?: number;
};

/** Reports whether a return waits for an operator. */
export const isInReview = ({ status }: Return): boolean => status === 'LOST' || status === 'REFUND_FAILED';

interface Bought {
  readonly lines: readonly PricedLine[];
}

/** Days after delivery within which items can be returned. */
const RETURN_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Deadline for returns in RFC 3339; undefined until the order is delivered. */
export function returnableUntil(order: {
  readonly history: readonly { readonly status: string; readonly at: string }[];
}): string | undefined {
  const delivered = order.history.find(({ status }) => status === 'DELIVERED');
  return delivered && new Date(Date.parse(delivered.at) + RETURN_DAYS * DAY).toISOString();
}

const rankOf = (status: ReturnStatus): number => ReturnStatus.options.indexOf(status);

/** The return after a report, in whichever order reports arrive: its status never goes back. */
export function returnAfter(
  before: Return,
  { refunded, ...step }: OrderReturn['history'][number] & { readonly refunded?: Money },
): Return {
  const history = [...before.history, step].toSorted((a, b) => rankOf(a.status) - rankOf(b.status));
  return { ...before, history, status: history.at(-1)?.status ?? before.status, ...(refunded && { refunded }) };
}

/** Reports whether a status comes before the one that a return has. */
export const isBehind = ({ status: current }: Return, status: ReturnStatus): boolean =>
  rankOf(status) < rankOf(current);

/** Reports whether every item is returned and refunded. */
export function isReturnedAsAWhole({
  lines,
  returns = [],
}: Bought & { readonly returns?: readonly Return[] }): boolean {
  const refunded = quantitiesIn(returns.filter(({ status }) => status === 'REFUNDED'));
  return lines.every(({ sku, quantity }) => refunded.get(sku) === quantity);
}

/** Lines of a return, with what was paid for them. */
export function pricedLines(order: Bought, lines: readonly OrderLine[]): readonly PricedLine[] {
  return order.lines.flatMap((bought) => {
    const back = lines.find(({ sku }) => sku === bought.sku);
    return back ? [{ ...bought, quantity: back.quantity }] : [];
  });
}

/** Units per product in some returns. */
export function quantitiesIn(returns: readonly Pick<Return, 'lines'>[]): ReadonlyMap<Sku, number> {
  const quantities = new Map<Sku, number>();
  for (const { lines } of returns)
    for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return quantities;
}
