import { Address, type Money, OrderId, OrderLine, PricedLine, ShopperId, Sku } from '@waypost/contracts';
import { sampleOf } from '@waypost/contracts/sample';
import type * as z from 'zod';

const hexadecimal = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** The order id with a number, e.g. `ord_0000…0007`. */
export const orderIdOf = (number: number): OrderId => OrderId.parse(`ord_${hexadecimal(number, 32)}`);

/** The `sub` of a shopper with a number. */
export const shopperIdOf = (number: number): ShopperId =>
  ShopperId.parse(`3e2a1b9c-0000-4000-8000-${hexadecimal(number, 12)}`);

/** The SKU with a number, e.g. `SKU-7`. */
export const skuOf = (number: number): Sku => Sku.parse(`SKU-${number}`);

/** An address in Konstanz, with other fields where a test cares. */
export const anAddress = (fields: Partial<Address> = {}): Address => ({
  ...Address.parse(sampleOf(Address)),
  ...fields,
});

/** So many lines, of `SKU-1` and on, one unit each unless said otherwise. */
export const orderLines = (count: number, fields: Partial<z.input<typeof OrderLine>> = {}): OrderLine[] =>
  numbers(count).map((number) => OrderLine.parse({ sku: skuOf(number), quantity: 1, ...fields }));

/** The same with names and prices: 10 € each. */
export const pricedLines = (count: number, fields: Partial<z.input<typeof PricedLine>> = {}): PricedLine[] =>
  numbers(count).map((number) =>
    PricedLine.parse({
      sku: skuOf(number),
      quantity: 1,
      name: `Product ${number}`,
      unitPrice: { amount: 1000, currency: 'EUR' },
      ...fields,
    }),
  );

/** Total of priced lines. */
export const totalOf = (lines: readonly PricedLine[]): Money => ({
  amount: lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount, 0),
  currency: 'EUR',
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
