import {
  type OrderLine,
  type OrderReturn,
  type PricedLine,
  ReturnStatus,
  type Sku,
  type WarehouseId,
} from '@waypost/contracts';

/** What a shopper sends back, and to which warehouse. */
export type Return = Readonly<OrderReturn> & { readonly warehouse: WarehouseId };

interface Bought {
  readonly lines: readonly PricedLine[];
}

/** For how long a delivered order may be sent back. */
const RETURN_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Until when an order may be sent back, RFC 3339; nothing as long as it isn't delivered. */
export function returnableUntil(order: {
  readonly history: readonly { readonly status: string; readonly at: string }[];
}): string | undefined {
  const delivered = order.history.find(({ status }) => status === 'DELIVERED');
  return delivered && new Date(Date.parse(delivered.at) + RETURN_DAYS * DAY).toISOString();
}

const rankOf = (status: ReturnStatus): number => ReturnStatus.options.indexOf(status);

/** A return after it was told how far it is, in any order: it never goes back. */
export function returnAfter(before: Return, told: OrderReturn['history'][number]): Return {
  const history = [...before.history, told].toSorted((a, b) => rankOf(a.status) - rankOf(b.status));
  return { ...before, history, status: history.at(-1)?.status ?? before.status };
}

/** Whether all that was bought came back, and was refunded. */
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

/** How many units of each product some returns hold. */
export function quantitiesIn(returns: readonly Pick<Return, 'lines'>[]): ReadonlyMap<Sku, number> {
  const quantities = new Map<Sku, number>();
  for (const { lines } of returns)
    for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return quantities;
}
