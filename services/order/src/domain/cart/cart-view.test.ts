import { describe, expect, it } from 'vitest';
import { Cart, CartId, Sku } from '@waypost/contracts';
import { AT } from '../../../test/build-order.ts';
import { expiryOf, type KeptCart } from './cart.ts';
import { viewOf } from './cart-view.ts';

const sku = Sku.parse('TENT');
const cart: KeptCart = {
  cartId: CartId.parse('5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10'),
  version: 1,
  expiresAt: expiryOf(AT),
  lines: [{ sku, quantity: 3, previousPrice: { amount: 1000, currency: 'EUR' }, addedAt: AT }],
};
const costing = (amount: number) =>
  new Map([[sku, { sku, name: 'Ridge 2P', price: { amount, currency: 'EUR' as const } }]]);

describe('a line of a cart', () => {
  it.each<[string, number, number | undefined, object]>([
    ['as it was put in', 1000, 3, { unitPrice: { amount: 1000 }, available: 3, changes: [] }],
    ['with an unknown availability', 1000, undefined, { changes: [] }],
    [
      'with another price',
      1200,
      9,
      { unitPrice: { amount: 1200 }, previousPrice: { amount: 1000 }, changes: ['price_changed'] },
    ],
    ['of which less is left', 1000, 2, { available: 2, changes: ['limited_stock'] }],
    [
      'that is sold out, with less than promised on the shelf',
      900,
      -1,
      { available: 0, changes: ['price_changed', 'sold_out'] },
    ],
  ])('shows %s', (_, amount, left, shown) => {
    const view = viewOf(cart, costing(amount), left === undefined ? new Map() : new Map([[sku, left]]));
    expect(view).toMatchObject({ items: [shown], total: { amount: amount * 3 } });
    expect(() => Cart.parse(view)).not.toThrow();
  });

  it('has no seen price if the price is unchanged, and no change for an unknown availability', () => {
    const [line] = viewOf(cart, costing(1000), new Map()).items;
    expect(line).not.toHaveProperty('previousPrice');
    expect(line).not.toHaveProperty('available');
  });
});
