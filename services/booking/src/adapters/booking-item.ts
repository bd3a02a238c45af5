import type { BookingId } from '@waypost/contracts';
import { OUTBOX_ATTRIBUTE } from '@waypost/service-kit';
import { type Booking, isUnfinished } from '../domain/booking.ts';

/** Partition of the index `pending`. */
export const PENDING_INDEX = 'pending';

/** The keys that a booking's item has beside the booking itself. */
interface BookingKeys {
  readonly pk: string;
  readonly sk: 'booking';
  /** Index of a shopper's bookings. */
  readonly shopperpk: string;
  readonly shoppersk: string;
  /** Index of pending bookings by their last change. Decided and parked bookings are not in it. */
  readonly pendingpk?: typeof PENDING_INDEX;
  readonly pendingsk?: string;
}

export const bookingKey = (bookingId: BookingId) => ({ pk: `booking#${bookingId}`, sk: 'booking' }) as const;

/** The item of a booking; `outbox` is what it tells the shop, if it tells anything. */
export function itemOf(
  booking: Booking,
  outbox: string | undefined,
): Booking & BookingKeys & { readonly [OUTBOX_ATTRIBUTE]?: string } {
  const { bookingId, shopperId, placedAt, changedAt } = booking;
  return {
    ...booking,
    ...bookingKey(bookingId),
    shopperpk: shopperId,
    shoppersk: `${placedAt}#${bookingId}`,
    ...(isUnfinished(booking) &&
      !booking.parked && { pendingpk: PENDING_INDEX, pendingsk: `${changedAt}#${bookingId}` }),
    ...(outbox !== undefined && { [OUTBOX_ATTRIBUTE]: outbox }),
  };
}

/** The booking in an item that this service wrote. */
export function bookingOf(item: Record<string, unknown>): Booking {
  const {
    pk: _pk,
    sk: _sk,
    shopperpk: _shopperpk,
    shoppersk: _shoppersk,
    pendingpk: _pendingpk,
    pendingsk: _pendingsk,
    [OUTBOX_ATTRIBUTE]: _outbox,
    ...booking
  } = item;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `itemOf` writes these items, from bookings
  return booking as unknown as Booking;
}
