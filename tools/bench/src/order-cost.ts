import { table } from './figures.ts';
import type { Part } from './parts.ts';
import { type PriceName, prices } from './prices.ts';

/** Resource usage of an order. */
export interface Use {
  readonly price: PriceName;
  readonly amount: number;
  /** The service that used it, or what it was used for. */
  readonly by: string;
  readonly part: Part;
}

export interface CostLine {
  readonly price: PriceName;
  /** Of one order. */
  readonly amount: number;
  /** US dollars for 1,000 orders. */
  readonly dollars: Dollars;
  /** Each user and its amount, the biggest first. */
  readonly by: readonly (readonly [string, number])[];
}

export interface OrderCost {
  readonly lines: readonly CostLine[];
  /** US dollars for 1,000 orders; what mails use is in no line. */
  readonly dollars: Dollars;
}

export type Dollars = Readonly<Record<Part, number>>;

const ORDERS = 1000;

/** Cost of 1,000 orders with this usage, line by line; mails have a line of their own. */
export function costOf(uses: readonly Use[]): OrderCost {
  const others = uses.filter(({ part }) => part !== 'mails');
  const lines = Object.values(Object.groupBy(others, ({ price }) => price)).flatMap((same): CostLine[] => {
    const [first] = same;
    if (!first) return [];
    const amount = same.reduce((sum, use) => sum + use.amount, 0);
    return amount === 0 ? [] : [{ price: first.price, amount, dollars: dollarsOf(same), by: byUser(same) }];
  });
  const all = ({ dollars }: CostLine) => dollars.confirmation + dollars.fulfilment;
  return { lines: lines.toSorted((a, b) => all(b) - all(a)), dollars: dollarsOf(uses) };
}

function dollarsOf(uses: readonly Use[]): Dollars {
  const dollars = { confirmation: 0, fulfilment: 0, mails: 0 };
  for (const { price, amount, part } of uses) dollars[part] += amount * prices[price].dollars * ORDERS;
  return dollars;
}

function byUser(uses: readonly Use[]): CostLine['by'] {
  const amounts = new Map<string, number>();
  for (const { by, amount } of uses.filter((use) => use.amount > 0)) amounts.set(by, (amounts.get(by) ?? 0) + amount);
  return [...amounts].toSorted(([, a], [, b]) => b - a);
}

const figure = (amount: number) => (Number.isInteger(amount) ? String(amount) : amount.toPrecision(3));

/** Most things are sold by the million, some by the piece. */
const listPrice = (dollars: number) =>
  dollars < 0.01 ? `$${(dollars * 1e6).toFixed(3)} a million` : `$${dollars.toFixed(2)}`;

/** The section of the page: the order at empty tables line by line, and what full tables change. */
export function describeCosts(
  empty: OrderCost,
  full: OrderCost,
  { orders, waiting }: { readonly orders: number; readonly waiting: OrderCost },
): string {
  const rows = empty.lines.map(({ price, amount, dollars, by }) => [
    prices[price].of,
    figure(amount),
    listPrice(prices[price].dollars),
    `$${dollars.confirmation.toFixed(4)}`,
    `$${dollars.fulfilment.toFixed(4)}`,
    by.map(([user, used]) => `${user} ${figure(used)}`).join(', '),
  ]);
  const [atEmpty, atFull] = [empty.dollars.confirmation, full.dollars.confirmation];
  const change = ((atFull - atEmpty) / atEmpty) * 100;
  const { confirmation, fulfilment } = waiting.dollars;
  return [
    table(['of one order', 'amount', 'list price', '1,000 orders to CONFIRMED', 'and to COMPLETED', 'used by'], rows),
    '',
    `- **$${atEmpty.toFixed(3)} for 1,000 orders from POST to CONFIRMED.** From there to COMPLETED: $${empty.dollars.fulfilment.toFixed(3)}; mails: $${empty.dollars.mails.toFixed(3)}.`,
    `- With ${orders.toLocaleString('en')} orders in the tables: $${atFull.toFixed(3)} to CONFIRMED (${change >= 0 ? '+' : ''}${change.toFixed(1)} %).`,
    // The webhook of the authentication is counted with those that come after confirmation.
    `- Orders whose payment requires authentication: $${(confirmation + fulfilment - empty.dollars.fulfilment).toFixed(3)} for 1,000 to CONFIRMED.`,
    '',
    `List prices of us-east-1: ${[...new Set(Object.values(prices).map(({ source }) => `<${source}>`))].join(', ')}.`,
  ].join('\n');
}
