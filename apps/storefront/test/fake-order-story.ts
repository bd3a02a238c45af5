import type { Address, CancelReason, OrderStatus } from '@waypost/contracts';

/** Ordered lines, also those of a cart. */
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

/** Steps of an order, in order. */
export interface Story {
  readonly moments: readonly Moment[];
  /** Reason of the cancellation, if the order is cancelled. */
  readonly reason?: CancelReason;
}

/** Statuses in which an order waits for an external decision. */
export const waits: ReadonlySet<Moment> = new Set(['in_review', 'awaiting_payment']);

/** Order statuses by step. */
export const statuses: Readonly<Partial<Record<Moment, OrderStatus>>> = {
  placed: 'PLACED',
  in_review: 'IN_REVIEW',
  awaiting_payment: 'AWAITING_PAYMENT',
  confirmed: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

const toConfirmed: readonly Moment[] = ['authorized', 'arranged', 'captured', 'confirmed'];
const large = 20;

/** Derives the steps of an order from its content: quantity, total, payment method, and an address in Iceland. */
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

/** Steps of an order that is cancelled after `past`: reservations are released first, and payments refunded. */
export function cancelledAfter(past: readonly Moment[], reason: CancelReason): Story {
  return { moments: [...past, ...undoing(past), 'cancelled'], reason };
}

function undoing(past: readonly Moment[]): readonly Moment[] {
  if (past.includes('captured')) return ['refunded'];
  return past.includes('authorized') ? ['voided'] : [];
}
