import { statusOf } from '../api/problem.ts';
import type { Cart, Shop } from '../api/shop.ts';
import type { CartIds } from './cart-ids.ts';

/** A cart as the pages show it. */
export interface ShownCart {
  readonly items: Cart['items'];
  readonly total: Cart['total'];
  /** Absent while nothing was put in yet. */
  readonly cartId?: string;
  /** How many lines of the guest's cart did not fit into the shopper's at sign-in. */
  readonly notMoved?: number;
}

/** A line as it is to be. */
export interface LineChange {
  readonly sku: string;
  /** 0 takes it out. */
  readonly quantity: number;
  /** The price that the shopper saw. */
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
      // It expired, or was claimed in another tab: the next thing begins another one.
      if (statusOf(error) !== 404) throw error;
      if (ids.guest() === id) ids.forgetGuest();
      return empty;
    });
  };

  /** Told for as long as the page lives: the shop says it only to who claims. */
  const notMoved = new Map<string, number>();
  const told = (email: string, cart: ShownCart): ShownCart => ({ ...cart, notMoved: notMoved.get(email) ?? 0 });

  /** Once for a tab where somebody signs in: moves what the guest put in, and finds what the account held. */
  const claim = async (email: string): Promise<ShownCart> => {
    const id = ids.guestOrNew();
    const { notMoved: left, ...cart } = await shop.claimCart(id).catch((error: unknown) => {
      if (statusOf(error) !== 404 || ids.guest() !== id) throw error;
      // Somebody else signed in with it.
      ids.forgetGuest();
      return shop.claimCart(ids.guestOrNew());
    });
    ids.keepOwn(email, cart.cartId);
    notMoved.set(email, left.length);
    if (left.length === 0 && ids.guest() === id) ids.forgetGuest();
    return told(email, cart);
  };

  const read = async (email: string | undefined, signal?: AbortSignal): Promise<ShownCart> => {
    if (email === undefined) return readGuest(signal);
    const own = ids.own(email);
    return own ? told(email, await shop.getCart(own, signal)) : claim(email);
  };

  const write = (cartId: string, { sku, quantity, unitPrice }: LineChange) =>
    quantity === 0
      ? shop.deleteCartItem(cartId, sku)
      : shop.putCartItem(cartId, sku, { quantity, ...(unitPrice && { unitPrice }) });

  const changeGuests = async (change: LineChange): Promise<ShownCart> => {
    const known = ids.guest();
    const id = ids.guestOrNew();
    // Kept before the write, which reaches the shop although the page is left: the next page finds its cart.
    ids.keepGuest(id);
    try {
      return await write(id, change);
    } catch (error) {
      if (statusOf(error) !== 404 || known === undefined) throw error;
      // Claimed in another tab, or an unknown product. In the first case the change begins another cart.
      if ((await readGuest()).cartId === id) throw error;
      return changeGuests(change);
    }
  };

  return {
    read,
    async change(email: string | undefined, change: LineChange): Promise<ShownCart> {
      if (email === undefined) return changeGuests(change);
      const own = ids.own(email) ?? (await claim(email)).cartId;
      return told(email, await write(own ?? ids.guestOrNew(), change));
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
    async putBack(
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
