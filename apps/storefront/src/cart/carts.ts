import { statusOf } from '../api/problem.ts';
import type { Cart, Shop } from '../api/shop.ts';
import type { CartIds } from './cart-ids.ts';

/** A cart as the pages show it. */
export interface ShownCart {
  readonly items: Cart['items'];
  readonly total: Cart['total'];
  /** Absent while the cart is empty and has no id. */
  readonly cartId?: string;
  /** Number of lines of the guest's cart that did not fit into the shopper's cart at sign-in. */
  readonly notMoved?: number;
}

/** A requested line of a cart. */
export interface LineChange {
  readonly sku: string;
  /** 0 removes the line. */
  readonly quantity: number;
  /** Price that the shopper saw. */
  readonly unitPrice?: Cart['total'];
}

export type Carts = ReturnType<typeof createCarts>;

const empty: ShownCart = { items: [], total: { amount: 0, currency: 'EUR' } };

/**
 * The carts of this browser, by the shopper who is signed in; `email` is undefined for a guest.
 *
 * @param leaving resolves when the page is left; by default never.
 */
export function createCarts(shop: Shop, ids: CartIds, leaving: () => Promise<void> = () => new Promise(() => {})) {
  const readGuest = async (signal?: AbortSignal): Promise<ShownCart> => {
    const id = ids.guest();
    if (!id) return empty;
    return shop.getCart(id, signal).catch((error: unknown) => {
      // The cart expired, or was claimed in another tab. The next write starts a new one.
      if (statusOf(error) !== 404) throw error;
      if (ids.guest() === id) ids.forgetGuest();
      return empty;
    });
  };

  /** Kept for the lifetime of the page: the shop returns it only once, to the claim. */
  const notMoved = new Map<string, number>();
  const withNotMoved = (email: string, cart: ShownCart): ShownCart => ({ ...cart, notMoved: notMoved.get(email) ?? 0 });

  /** Runs once per tab and sign-in: moves the guest's lines into the shopper's cart, and finds the shopper's cart. */
  const claim = async (email: string): Promise<ShownCart> => {
    const id = ids.guestOrNew();
    const { notMoved: left, ...cart } = await shop.claimCart(id).catch((error: unknown) => {
      if (statusOf(error) !== 404 || ids.guest() !== id) throw error;
      // Another shopper claimed the cart.
      ids.forgetGuest();
      return shop.claimCart(ids.guestOrNew());
    });
    ids.keepOwn(email, cart.cartId);
    notMoved.set(email, left.length);
    if (left.length === 0 && ids.guest() === id) ids.forgetGuest();
    return withNotMoved(email, cart);
  };

  const read = async (email: string | undefined, signal?: AbortSignal): Promise<ShownCart> => {
    if (email === undefined) return readGuest(signal);
    const own = ids.own(email);
    return own ? withNotMoved(email, await shop.getCart(own, signal)) : claim(email);
  };

  const write = (cartId: string, { sku, quantity, unitPrice }: LineChange) =>
    quantity === 0
      ? shop.deleteCartItem(cartId, sku)
      : shop.putCartItem(cartId, sku, { quantity, ...(unitPrice && { unitPrice }) });

  const changeGuests = async (change: LineChange): Promise<ShownCart> => {
    const known = ids.guest();
    const id = ids.guestOrNew();
    // Stored before the write, which is sent even if the page is left: the next page then finds the cart.
    ids.keepGuest(id);
    try {
      return await write(id, change);
    } catch (error) {
      if (statusOf(error) !== 404 || known === undefined) throw error;
      // The cart was claimed in another tab, or the product is unknown. In the first case, the write starts a new cart.
      if ((await readGuest()).cartId === id) throw error;
      return changeGuests(change);
    }
  };

  return {
    read,
    async change(email: string | undefined, change: LineChange): Promise<ShownCart> {
      if (email === undefined) return changeGuests(change);
      const own = ids.own(email) ?? (await claim(email)).cartId;
      return withNotMoved(email, await write(own ?? ids.guestOrNew(), change));
    },
    /**
     * Adds units of a product to those in the cart now, also to those that another tab added. When the page is left meanwhile, the
     * cart that it showed last (`shown`) counts, so that the write is sent before the page is gone.
     */
    async add(
      email: string | undefined,
      { sku, quantity, unitPrice }: LineChange,
      shown: ShownCart = empty,
    ): Promise<ShownCart> {
      const cart = await Promise.race([read(email), leaving().then(() => shown)]);
      const there = cart.items.find((line) => line.sku === sku)?.quantity ?? 0;
      return this.change(email, { sku, quantity: Math.min(there + quantity, 99), ...(unitPrice && { unitPrice }) });
    },
    /**
     * Sees that so many of each are in the cart; what is there already counts, so asking twice puts nothing in twice. What can't be
     * put in, since it is no longer sold or the cart is full, is `missing`, and keeps nothing else out.
     */
    async reorder(
      email: string | undefined,
      lines: readonly LineChange[],
    ): Promise<{ readonly cart: ShownCart; readonly missing: readonly string[] }> {
      const missing: string[] = [];
      let cart = await read(email);
      for (const { sku, quantity, unitPrice } of lines) {
        const there = cart.items.find((line) => line.sku === sku)?.quantity ?? 0;
        if (there >= quantity) continue;
        try {
          cart = await this.change(email, { sku, quantity, ...(unitPrice && { unitPrice }) });
        } catch (error) {
          if (![404, 409].includes(statusOf(error) ?? 0)) throw error;
          missing.push(sku);
        }
      }
      return { cart, missing };
    },
  };
}
