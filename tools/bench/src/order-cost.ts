import { table } from './figures.ts';
import { type PriceName, prices } from './prices.ts';

/** How much of something one order used. */
export interface Use {
  readonly price: PriceName;
  readonly amount: number;
  /** The service that used it, or what it was used for. */
  readonly by: string;
  /** Whether it is for mails, which have a line of their own. */
  readonly mails: boolean;
}

export interface CostLine {
  readonly price: PriceName;
  /** Of one order. */
  readonly amount: number;
  /** US dollars for 1,000 orders. */
  readonly dollars: number;
  /** Each user and its amount, the biggest first. */
  readonly by: readonly (readonly [string, number])[];
}

export interface OrderCost {
  readonly lines: readonly CostLine[];
  /** US dollars for 1,000 orders, mails aside. */
  readonly dollars: number;
  readonly mailDollars: number;
}

const ORDERS = 1000;

/** What 1,000 orders cost when each uses this, line by line; what mails use is one line of its own. */
export function costOf(uses: readonly Use[]): OrderCost {
  const dollarsOf = (some: readonly Use[]) =>
    some.reduce((sum, { price, amount }) => sum + amount * prices[price].dollars * ORDERS, 0);
  const others = uses.filter(({ mails }) => !mails);
  const lines = Object.entries(Object.groupBy(others, ({ price }) => price)).flatMap(([, same]): CostLine[] => {
    const [first] = same;
    if (!first) return [];
    const amount = same.reduce((sum, use) => sum + use.amount, 0);
    return amount === 0 ? [] : [{ price: first.price, amount, dollars: dollarsOf(same), by: byUser(same) }];
  });
  return {
    lines: lines.toSorted((a, b) => b.dollars - a.dollars),
    dollars: dollarsOf(others),
    mailDollars: dollarsOf(uses.filter(({ mails }) => mails)),
  };
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
    `$${dollars.toFixed(4)}`,
    by.map(([user, used]) => `${user} ${figure(used)}`).join(', '),
  ]);
  const change = ((full.dollars - empty.dollars) / empty.dollars) * 100;
  return [
    table(['of one order', 'amount', 'list price', '1,000 orders cost', 'used by'], rows),
    '',
    `- **$${empty.dollars.toFixed(3)} for 1,000 orders**, mails aside; mails add $${empty.mailDollars.toFixed(3)}.`,
    `- With ${orders.toLocaleString('en')} orders in the tables: $${full.dollars.toFixed(3)} (${change >= 0 ? '+' : ''}${change.toFixed(1)} %).`,
    `- Orders that wait for their shopper at the bank: $${waiting.dollars.toFixed(3)} for 1,000.`,
    '',
    `List prices of us-east-1: ${[...new Set(Object.values(prices).map(({ source }) => `<${source}>`))].join(', ')}.`,
  ].join('\n');
}
