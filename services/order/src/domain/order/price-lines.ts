import type { Money, OrderLine, PricedLine, Sku } from '@waypost/contracts';

/** Product as the order service knows it: its projection of `ProductChanged`. */
export interface PricedProduct {
  readonly sku: Sku;
  readonly name: string;
  readonly price: Money;
}

export type Pricing =
  | { readonly outcome: 'priced'; readonly lines: readonly PricedLine[]; readonly total: Money }
  /** Indexes of the lines with an unknown product. */
  | { readonly outcome: 'unknown_products'; readonly lines: readonly number[] };

/** Prices every line by its product, or names every line whose product is unknown. All prices are in one currency. */
export function priceLines(lines: readonly OrderLine[], products: ReadonlyMap<Sku, PricedProduct>): Pricing {
  const unknown = lines.flatMap(({ sku }, index) => (products.has(sku) ? [] : [index]));
  if (unknown.length > 0) return { outcome: 'unknown_products', lines: unknown };

  const priced = lines.flatMap(({ sku, quantity }) => {
    const product = products.get(sku);
    return product ? [{ sku, quantity, name: product.name, unitPrice: product.price }] : [];
  });
  const amount = priced.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount, 0);
  return { outcome: 'priced', lines: priced, total: { amount, currency: 'EUR' } };
}
