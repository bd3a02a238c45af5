import { describe, expect, it } from 'vitest';
import { CART_LINES, CartId, ShopperId, Sku } from '@waypost/contracts';
import { AT } from '../../../test/build-order.ts';
import { cartsInMemory } from '../../../test/carts-in-memory.ts';
import { type KeptCart, ownCartOf } from '../../domain/cart/cart.ts';
import { claimCart } from './claim-cart.ts';

const cartId = CartId.parse('5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10');
const ada = ShopperId.parse('ada');
const eve = ShopperId.parse('eve');

const cartWith = (
  id: CartId,
  lines: readonly (readonly [sku: string, quantity: number, seen?: number])[],
): KeptCart => ({
  cartId: id,
  version: 3,
  lines: lines.map(([sku, quantity, amount = 1000]) => ({
    sku: Sku.parse(sku),
    quantity,
    previousPrice: { amount, currency: 'EUR' },
    addedAt: AT,
  })),
});
const linesOf = ({ lines }: KeptCart) =>
  lines.map(({ sku, quantity, previousPrice }) => [sku, quantity, previousPrice.amount]);

describe('a shopper who signs in with a full cart', () => {
  it('finds what was in it beside what the own cart held, each product once', async () => {
    const { carts } = cartsInMemory(
      cartWith(ownCartOf(ada), [
        ['TENT', 1, 900],
        ['MUG', 60],
      ]),
      cartWith(cartId, [
        ['TENT', 1],
        ['MUG', 60],
        ['POT', 2],
      ]),
    );
    const claimed = await claimCart({ carts }, { cartId, shopperId: ada });
    if (claimed.outcome !== 'claimed') throw new Error('it was not claimed');
    expect(linesOf(claimed.cart)).toEqual([
      ['TENT', 2, 1000],
      ['MUG', 99, 1000],
      ['POT', 2, 1000],
    ]);
    expect(claimed.notMoved).toEqual([]);
  });

  it('gets each thing once, however often and at once it is claimed', async () => {
    const { carts } = cartsInMemory(cartWith(cartId, [['TENT', 1]]));
    const claims = await Promise.all([1, 2, 3].map(() => claimCart({ carts }, { cartId, shopperId: ada })));
    for (const claimed of claims)
      expect(claimed).toMatchObject({ outcome: 'claimed', cart: { lines: [{ quantity: 1 }] } });
  });

  it('keeps what does not fit where it was, and nothing is lost', async () => {
    const full = Array.from({ length: CART_LINES - 1 }, (_, n) => [`SKU-${n}`, 1] as const);
    const { carts } = cartsInMemory(
      cartWith(ownCartOf(ada), full),
      cartWith(cartId, [
        ['A', 1],
        ['B', 1],
      ]),
    );
    const claimed = await claimCart({ carts }, { cartId, shopperId: ada });
    expect(claimed).toMatchObject({ outcome: 'claimed', notMoved: ['B'] });
    expect(await carts.get(cartId)).toMatchObject({ lines: [{ sku: 'B' }] });
    expect((await carts.get(cartId))?.claimedBy).toBeUndefined();
  });

  it("returns the own cart for the id of a cart that doesn't exist", async () => {
    const { carts } = cartsInMemory(cartWith(ownCartOf(ada), [['TENT', 1]]));
    expect(await claimCart({ carts }, { cartId, shopperId: ada })).toMatchObject({
      cart: { lines: [{ sku: 'TENT' }] },
    });
    expect(await claimCart({ carts }, { cartId: ownCartOf(ada), shopperId: ada })).toMatchObject({
      cart: { lines: [{ sku: 'TENT' }] },
    });
  });
});

describe("another shopper's cart", () => {
  it('is not there to be claimed, by its own id or by the one under which it was filled', async () => {
    const { carts, all } = cartsInMemory(cartWith(cartId, [['TENT', 1]]));
    await claimCart({ carts }, { cartId, shopperId: ada });
    const before = JSON.stringify([...all]);
    for (const id of [cartId, ownCartOf(ada)])
      expect(await claimCart({ carts }, { cartId: id, shopperId: eve })).toEqual({ outcome: 'not_yours' });
    expect(JSON.stringify([...all])).toBe(before);
  });
});
