import { createHash } from 'node:crypto';
import { CART_LINES, CartId, type Money, type OrderId, type ShopperId, type Sku } from '@waypost/contracts';

/** A product in a cart. */
export interface KeptLine {
  readonly sku: Sku;
  readonly quantity: number;
  /** The price that the shopper saw; an order is not placed at another one. */
  readonly previousPrice: Money;
  readonly addedAt: string;
}

/** A cart as it is kept. */
export interface KeptCart {
  readonly cartId: CartId;
  /** In the order in which they were put in. */
  readonly lines: readonly KeptLine[];
  /** Rises with every write; 0 for a cart that isn't kept. */
  readonly version: number;
  /** RFC 3339. */
  readonly expiresAt?: string;
  /** Whose cart its lines went to; its id leads there now, for its owner alone. */
  readonly claimedBy?: ShopperId;
  /** The last order that it became. */
  readonly orderedAs?: OrderId;
}

const KEPT_DAYS = 30;
const MOST_UNITS = 99;
const OWN = 'own_';

/** When a cart that changes now is forgotten. */
export const expiryOf = (now: string): string => new Date(Date.parse(now) + KEPT_DAYS * 86_400_000).toISOString();

/** A shopper's own cart: always the same id, so that every device finds it. Only with the shopper's token it leads anywhere. */
export function ownCartOf(shopperId: ShopperId): CartId {
  return CartId.parse(`${OWN}${createHash('sha256').update(`cart\n${shopperId}`).digest('hex').slice(0, 32)}`);
}

export const emptyCart = (cartId: CartId): KeptCart => ({ cartId, lines: [], version: 0 });

/**
 * Ownership of a cart id by its form: the caller's own, another shopper's, or a guest cart that anyone with the id can
 * use.
 */
export function meantBy(cartId: CartId, shopperId: ShopperId | undefined): 'own' | 'others' | 'anybodys' {
  if (!cartId.startsWith(OWN)) return 'anybodys';
  return shopperId !== undefined && cartId === ownCartOf(shopperId) ? 'own' : 'others';
}

/** Write that setting a line requires. */
export type PutLine = 'new_cart' | 'new_line' | 'quantity' | 'full';

export function decidePut(cart: KeptCart | undefined, sku: Sku): PutLine {
  if (!cart) return 'new_cart';
  if (cart.lines.some((line) => line.sku === sku)) return 'quantity';
  return cart.lines.length < CART_LINES ? 'new_line' : 'full';
}

/** Moves the lines of a guest cart into the shopper's own, up to its limit. Lines of the same product are merged. */
export interface Claim {
  readonly own: readonly KeptLine[];
  readonly notMoved: readonly KeptLine[];
}

export function claim(own: readonly KeptLine[], from: readonly KeptLine[]): Claim {
  const lines = new Map(own.map((line) => [line.sku, line]));
  const notMoved: KeptLine[] = [];
  for (const line of from) {
    const there = lines.get(line.sku);
    if (!there && lines.size >= CART_LINES) notMoved.push(line);
    // The quantity of the guest cart wins: the shopper saw it last.
    else
      lines.set(line.sku, {
        ...line,
        ...(there && { addedAt: there.addedAt }),
        quantity: Math.min(line.quantity + (there?.quantity ?? 0), MOST_UNITS),
      });
  }
  return { own: [...lines.values()], notMoved };
}
