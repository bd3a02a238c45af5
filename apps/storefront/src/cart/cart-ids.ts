import { newIdempotencyKey } from '../checkout/idempotency-key.ts';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where the carts of this browser are: the guest's, which all tabs share, and that of who is signed in in this tab. */
export interface CartIds {
  /** The guest's cart, if there is one. */
  guest(): string | undefined;
  /** The same; a new id where there is none. It is kept once something is in it. */
  guestOrNew(): string;
  keepGuest(cartId: string): void;
  forgetGuest(): void;
  /** The shopper's own, once it was claimed in this tab. */
  own(email: string): string | undefined;
  keepOwn(email: string, cartId: string): void;
}

const guestKey = 'waypost.cart';
const ownKey = 'waypost.cart.own';

/** A cart is whoever's who knows its id, so its id is as hard to guess as a key. */
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
