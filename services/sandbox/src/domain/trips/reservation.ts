import * as z from 'zod';

/** What an airline or a hotel keeps of one reservation; where it was cancelled before it was asked for, it has no units. */
export const Reservation = z
  .object({
    /** The idempotency key under which it was asked for. */
    key: z.string(),
    /** The shop's word for what it belongs to: a booking. */
    reference: z.string(),
    /** What is taken of: a flight, or a hotel for each of its nights. */
    units: z.array(z.string()).readonly(),
    /** How much of each: seats or rooms. */
    quantity: z.int().nonnegative(),
    /** What is reserved: the flight, or the hotel. */
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

/** A reservation that is given back, which may not be there yet: then it never will be. Nothing if it was before. */
export function cancelReservation(there: Reservation | undefined, key: string): Reservation | undefined {
  if (there?.cancelled) return undefined;
  return there
    ? { ...there, cancelled: true }
    : { key, reference: referenceIn(key), units: [], quantity: 0, cancelled: true };
}

/** Keys begin with what they are for: `bkg_…-flight`. */
const referenceIn = (key: string): string => key.replace(/-[a-z]+$/, '');
