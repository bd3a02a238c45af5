import type { Address, CancelReason, OrderStatus } from '@waypost/contracts';

/** What was ordered, also where a cart held it. */
export interface OrderedLines {
  readonly shippingAddress: Address;
  readonly paymentMethod: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

export type Moment =
  | 'placed'
  | 'in_review'
  | 'awaiting_payment'
  | 'authorized'
  | 'arranged'
  | 'captured'
  | 'confirmed'
  | 'voided'
  | 'refunded'
  | 'declined'
  | 'cancelled';

/** What is to happen to an order, in this order. */
export interface Story {
  readonly moments: readonly Moment[];
  /** Why it ends cancelled, if it does. */
  readonly reason?: CancelReason;
}

/** An order rests at these until somebody outside says how it goes on. */
export const waits: ReadonlySet<Moment> = new Set(['in_review', 'awaiting_payment']);

/** The moments that an order's status tells of. */
export const statuses: Readonly<Partial<Record<Moment, OrderStatus>>> = {
  placed: 'PLACED',
  in_review: 'IN_REVIEW',
  awaiting_payment: 'AWAITING_PAYMENT',
  confirmed: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

const toConfirmed: readonly Moment[] = ['authorized', 'arranged', 'captured', 'confirmed'];
const large = 20;

/** What becomes of an order depends on what is asked for: too many, a lot, a card that is declined or asks, an address in Iceland. */
export function storyOf(enough: boolean, { lines, paymentMethod, shippingAddress }: OrderedLines): Story {
  if (!enough) return { moments: ['placed', 'cancelled'], reason: 'out_of_stock' };
  const review: readonly Moment[] = lines.some(({ quantity }) => quantity >= large) ? ['in_review'] : [];
  const before: readonly Moment[] = ['placed', ...review];
  if (paymentMethod === 'pm_card_authenticationRequired')
    return { moments: [...before, 'awaiting_payment', ...toConfirmed] };
  if (paymentMethod !== 'pm_card_visa')
    return { moments: [...before, 'declined', 'cancelled'], reason: 'payment_declined' };
  if (shippingAddress.country === 'IS')
    return { moments: [...before, 'authorized', 'voided', 'cancelled'], reason: 'shipping_unavailable' };
  return { moments: [...before, ...toConfirmed] };
}

/** How an order ends that is cancelled after `past`: what was held is let go first, and what was paid given back. */
export function cancelledAfter(past: readonly Moment[], reason: CancelReason): Story {
  return { moments: [...past, ...undoing(past), 'cancelled'], reason };
}

function undoing(past: readonly Moment[]): readonly Moment[] {
  if (past.includes('captured')) return ['refunded'];
  return past.includes('authorized') ? ['voided'] : [];
}
