import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem.ts';
import type { Shop } from '../api/shop.ts';
import type { CartIds } from './cart-ids.ts';
import { createCarts } from './carts.ts';

const total = { amount: 0, currency: 'EUR' } as const;
const problem = (status: number) => new ApiProblem({ type: 'about:blank', title: 'No', status, correlationId: 'c' });

/** A browser whose guest has a cart, and a shop that records its requests. */
function browser({
  guest,
  claims = {},
  held = {},
  rejections = {},
  isSilent = false,
  leaving,
}: {
  /** No request for a cart is ever answered. */
  isSilent?: boolean;
  leaving?: () => Promise<void>;
  guest?: string;
  claims?: Record<string, object>;
  /** Quantities in the cart by SKU. */
  held?: Record<string, number>;
  /** Errors of adding a product, by SKU. */
  rejections?: Record<string, Error>;
}) {
  const kept = { guest, own: '' };
  const asked: string[] = [];
  const ids: CartIds = {
    guest: () => kept.guest,
    guestOrNew: () => kept.guest ?? 'new',
    keepGuest: (id) => void (kept.guest = id),
    forgetGuest: () => void (kept.guest = undefined),
    own: () => kept.own || undefined,
    keepOwn: (_, id) => void (kept.own = id),
  };
  const puts: object[] = [];
  const gone = new Set<string>();
  const lines = new Map(Object.entries(held));
  const cart = (cartId: string) =>
    Promise.resolve({ cartId, items: [...lines].map(([sku, quantity]) => ({ sku, quantity })), total });
  const shop = {
    getCart: (id: string) =>
      isSilent
        ? new Promise(() => {})
        : (asked.push(`get ${id}`), gone.has(id) ? Promise.reject(problem(404)) : cart(id)),
    putCartItem: (id: string, sku: string, body: object) => {
      asked.push(`put ${id}`);
      if (gone.has(id)) return Promise.reject(problem(404));
      puts.push({ sku, ...body });
      return rejections[sku] ? Promise.reject(rejections[sku]) : cart(id);
    },
    claimCart: (id: string) => {
      asked.push(`claim ${id}`);
      const answer = claims[id];
      return answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve({ cartId: 'own', items: [], total, notMoved: [], ...answer });
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a cart uses no more of a shop
  return { carts: createCarts(shop as unknown as Shop, ids, leaving), kept, asked, puts, gone };
}

const tent = { sku: 'TENT', quantity: 1 };

describe('a guest', () => {
  it('requests no cart before there is one, and keeps the id of the first', async () => {
    const { carts, kept, asked } = browser({});
    expect((await carts.read(undefined)).items).toEqual([]);
    await carts.change(undefined, tent);
    expect([asked, kept.guest]).toEqual([['put new'], 'new']);
  });

  it('starts a new cart when the old one no longer exists', async () => {
    const { carts, kept, asked, gone } = browser({ guest: 'old' });
    gone.add('old');
    await carts.change(undefined, tent);
    expect([asked, kept.guest]).toEqual([['put old', 'get old', 'put new'], 'new']);
  });

  it('stores the id of a cart before the first item is added, since the page may be left', () => {
    const { carts, kept } = browser({});
    void carts.change(undefined, tent);
    expect(kept.guest).toBe('new');
  });

  it('adds to the displayed cart when the page is left before the cart was read again', async () => {
    const { carts, puts } = browser({ guest: 'old', isSilent: true, leaving: () => Promise.resolve() });
    const unitPrice = total;
    const shown = { items: [{ sku: 'TENT', name: 'Tent', quantity: 2, unitPrice, changes: [] }], total };
    await carts.add(undefined, tent, shown);
    expect(puts).toEqual([{ sku: 'TENT', quantity: 3 }]);
  });
});

describe('a shopper who signs in', () => {
  it("claims the guest's cart once, and then uses their own", async () => {
    const { carts, kept, asked } = browser({ guest: 'old' });
    await carts.read('ada');
    await carts.change('ada', tent);
    expect([asked, kept]).toEqual([['claim old', 'put own'], { guest: undefined, own: 'own' }]);
  });

  it("leaves items that did not fit in the guest's cart, and states their number", async () => {
    const { carts, kept } = browser({ guest: 'old', claims: { old: { notMoved: ['A', 'B'] } } });
    for (const look of ['at sign-in', 'later'])
      expect([look, await carts.read('ada')]).toMatchObject([look, { notMoved: 2 }]);
    expect(kept).toEqual({ guest: 'old', own: 'own' });
  });

  it('forgets a guest cart that another shopper claimed', async () => {
    const { carts, kept, asked } = browser({ guest: 'old', claims: { old: problem(404) } });
    await carts.read('ada');
    expect([asked, kept]).toEqual([['claim old', 'claim new'], { guest: undefined, own: 'own' }]);
  });
});

describe('the lines of a cancelled order', () => {
  const unitPrice = { amount: 1600, currency: 'EUR' } as const;
  const lines = [
    { sku: 'TENT', quantity: 2 },
    { sku: 'MUG', quantity: 4, unitPrice },
  ];

  it('are added again at the price that the shopper saw', async () => {
    const { carts, puts } = browser({ guest: 'old' });
    expect((await carts.reorder(undefined, lines)).missing).toEqual([]);
    expect(puts).toEqual(lines);
  });

  it('are compared with the cart, so that a repetition adds nothing twice', async () => {
    const { carts, puts } = browser({ guest: 'old', held: { TENT: 3, MUG: 1 } });
    await carts.reorder(undefined, lines);
    expect(puts).toEqual([{ sku: 'MUG', quantity: 4, unitPrice }]);
  });

  it.each([404, 409])('are added again, except those that the API rejects with %s', async (status) => {
    const { carts, puts } = browser({ guest: 'old', rejections: { TENT: problem(status) } });
    expect((await carts.reorder(undefined, lines)).missing).toEqual(['TENT']);
    expect(puts).toHaveLength(2);
  });

  it('report a failure of the shop', async () => {
    const { carts } = browser({ guest: 'old', rejections: { TENT: problem(503) } });
    await expect(carts.reorder(undefined, lines)).rejects.toMatchObject({ problem: { status: 503 } });
  });
});
