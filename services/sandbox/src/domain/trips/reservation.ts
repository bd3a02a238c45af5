import * as z from 'zod';

/** A reservation of an airline or a hotel. One that was cancelled before it was made has no units. */
export const Reservation = z
  .object({
    /** The idempotency key under which it was asked for. */
    key: z.string(),
    /** The shop's booking id. */
    reference: z.string(),
    /** Reserved units: a flight, or a hotel for each of its nights. */
    units: z.array(z.string()).readonly(),
    /** Quantity per unit: seats or rooms. */
    quantity: z.int().nonnegative(),
    /** Reserved offer: the flight, or the hotel. */
    offerId: z.string().exactOptional(),
    cancelled: z.boolean(),
  })
  .readonly();
export type Reservation = z.infer<typeof Reservation>;

export type ReservationRequest = Omit<Reservation, 'cancelled' | 'offerId'> & { readonly offerId: string };

/** A new reservation; one that is there stays as it is, and one that was cancelled before is not to be any more. */
export function reserve(
  there: Reservation | undefined,
  request: ReservationRequest,
):
  | { readonly do: 'keep'; readonly reservation: Reservation }
  | { readonly do: 'answer'; readonly answer: 'reserved' | 'cancelled' } {
  if (there) return { do: 'answer', answer: there.cancelled ? 'cancelled' : 'reserved' };
  return { do: 'keep', reservation: { ...request, cancelled: false } };
}

/**
 * Cancels a reservation, also one that doesn't exist yet, so that it is never made. Returns undefined if it was
 * cancelled before.
 */
export function cancelReservation(there: Reservation | undefined, key: string): Reservation | undefined {
  if (there?.cancelled) return undefined;
  return there
    ? { ...there, cancelled: true }
    : { key, reference: referenceIn(key), units: [], quantity: 0, cancelled: true };
}

/** Keys begin with what they are for: `bkg_…-flight`. */
const referenceIn = (key: string): string => key.replace(/-[a-z]+$/, '');
