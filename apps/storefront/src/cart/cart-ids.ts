import { newIdempotencyKey } from '../checkout/idempotency-key.ts';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Ids of the carts of this browser: the guest's, shared by all tabs, and that of the shopper signed in in this tab. */
export interface CartIds {
  /** Id of the guest's cart, if there is one. */
  guest(): string | undefined;
  /** Id of the guest's cart, or a new one. It is stored once the cart has an item. */
  guestOrNew(): string;
  keepGuest(cartId: string): void;
  forgetGuest(): void;
  /** Id of the shopper's own cart, once it was claimed in this tab. */
  own(email: string): string | undefined;
  keepOwn(email: string, cartId: string): void;
}

const guestKey = 'waypost.cart';
const ownKey = 'waypost.cart.own';

/** Anybody who knows the id can use the cart, so the id is as hard to guess as a key. */
export function createCartIds({ shared, tab }: { shared: Kept; tab: Kept }, newId = newIdempotencyKey): CartIds {
  const guest = () => shared.getItem(guestKey) ?? undefined;
  return {
    guest,
    guestOrNew: () => guest() ?? newId(),
    keepGuest: (cartId) => shared.setItem(guestKey, cartId),
    forgetGuest: () => shared.removeItem(guestKey),
    own(email) {
      const [whose, cartId] = (tab.getItem(ownKey) ?? '').split('\n');
      return whose === email ? cartId : undefined;
    },
    keepOwn: (email, cartId) => tab.setItem(ownKey, `${email}\n${cartId}`),
  };
}
