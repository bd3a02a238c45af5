import * as z from 'zod';
import { Sku } from './ids.ts';
import { ProductName } from './text.ts';
import { Money } from './money.ts';

/** How many units of one product a line may ask for. */
export const Quantity = z.int().min(1).max(99);

export const OrderLine = z.object({ sku: Sku, quantity: Quantity });
export type OrderLine = z.infer<typeof OrderLine>;

const refuseRepeatedSkus = ({ value: lines, issues }: z.core.ParsePayload<OrderLine[]>) => {
  const seen = new Set<string>();
  for (const [index, { sku }] of lines.entries()) {
    if (seen.has(sku)) {
      issues.push({ code: 'custom', input: sku, path: [index, 'sku'], message: `${sku} is on another line already` });
    }
    seen.add(sku);
  }
};

/** 1 to 40 lines, no SKU twice. */
export const OrderLines = z.array(OrderLine).min(1).max(40).check(refuseRepeatedSkus);
export type OrderLines = z.infer<typeof OrderLines>;

/** The same as a person sends them: unknown fields are refused. */
export const OrderLinesBody = z.array(z.strictObject(OrderLine.shape)).min(1).max(40).check(refuseRepeatedSkus);

/** A line with the price of one unit at the moment of the order. */
export const PricedLine = OrderLine.extend({ name: ProductName, unitPrice: Money });
export type PricedLine = z.infer<typeof PricedLine>;
