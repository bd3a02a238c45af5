import type { Cart, CartChange, CartLine, Money, Sku } from '@waypost/contracts';
import type { KeptCart, KeptLine } from './cart.ts';
import type { PricedProduct } from '../order/price-lines.ts';

/** Available units by product. A product without an entry has an unknown availability. */
export type Availability = ReadonlyMap<Sku, number>;

/** A cart as its shopper sees it: by the names, prices and stock of now, with what changed since it was looked at. */
export function viewOf(cart: KeptCart, products: ReadonlyMap<Sku, PricedProduct>, available: Availability): Cart {
  const items = cart.lines.flatMap((line) => {
    const product = products.get(line.sku);
    return product ? [lineOf(line, product, available.get(line.sku))] : [];
  });
  const amount = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount, 0);
  const { cartId, expiresAt } = cart;
  return { cartId, items, total: { amount, currency: 'EUR' }, ...(expiresAt !== undefined && { expiresAt }) };
}

function lineOf({ sku, quantity, previousPrice }: KeptLine, { name, price }: PricedProduct, left?: number): CartLine {
  const changes: CartChange[] = [];
  if (!samePrice(previousPrice, price)) changes.push('price_changed');
  if (left !== undefined && left <= 0) changes.push('sold_out');
  else if (left !== undefined && left < quantity) changes.push('limited_stock');
  return {
    sku,
    quantity,
    name,
    unitPrice: price,
    ...(!samePrice(previousPrice, price) && { previousPrice }),
    ...(left !== undefined && { available: Math.max(left, 0) }),
    changes,
  };
}

export const samePrice = (one: Money, other: Money): boolean =>
  one.amount === other.amount && one.currency === other.currency;
