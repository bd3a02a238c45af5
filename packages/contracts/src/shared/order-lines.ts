import * as z from 'zod';
import { Sku } from './ids.ts';
import { ProductName } from './text.ts';
import { Money } from './money.ts';

/** Quantity of a product in a line. */
export const Quantity = z.int().min(1).max(99);

export const OrderLine = z.object({ sku: Sku, quantity: Quantity });
export type OrderLine = z.infer<typeof OrderLine>;

const refuseRepeatedSkus = ({ value: lines, issues }: z.core.ParsePayload<OrderLine[]>) => {
  const seen = new Set<string>();
  for (const [index, { sku }] of lines.entries()) {
    if (seen.has(sku)) {
      issues.push({ code: 'custom', input: sku, path: [index, 'sku'], message: `${sku} must not be repeated` });
    }
    seen.add(sku);
  }
};

/** 1 to 40 lines, no SKU twice. */
export const OrderLines = z.array(OrderLine).min(1).max(40).check(refuseRepeatedSkus);
export type OrderLines = z.infer<typeof OrderLines>;

/** Lines in a request body: unknown fields are rejected. */
export const OrderLinesBody = z.array(z.strictObject(OrderLine.shape)).min(1).max(40).check(refuseRepeatedSkus);

/** A line with the unit price at the time of the order. */
export const PricedLine = OrderLine.extend({ name: ProductName, unitPrice: Money });
export type PricedLine = z.infer<typeof PricedLine>;
