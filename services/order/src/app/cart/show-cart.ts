import type { Cart } from '@waypost/contracts';
import type { KeptCart } from '../../domain/cart/cart.ts';
import { viewOf } from '../../domain/cart/cart-view.ts';
import type { Products, StockView } from '../../ports.ts';

export interface CartViewPorts {
  readonly products: Products;
  readonly stock: StockView;
}

/** Returns a cart with current prices and availability, or without availability if inventory can't be reached. */
export async function showCart({ products, stock }: CartViewPorts, cart: KeptCart): Promise<Cart> {
  const skus = cart.lines.map(({ sku }) => sku);
  if (skus.length === 0) return viewOf(cart, new Map(), new Map());
  const [known, available] = await Promise.all([products.bySku(skus), stock.availableOf(skus)]);
  return viewOf(cart, known, available);
}
