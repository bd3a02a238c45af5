import type { Money } from './api/shop.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** `{ amount: 1999, currency: 'EUR' }` → `€19.99`. Amounts are in minor units. */
export function formatMoney({ amount, currency }: Money): string {
  const format = formats.get(currency) ?? new Intl.NumberFormat('en-IE', { style: 'currency', currency });
  formats.set(currency, format);
  return format.format(amount / 100);
}

export const times = ({ amount, currency }: Money, quantity: number): Money => ({
  amount: amount * quantity,
  currency,
});
