import { CarrierReported } from '@waypost/contracts';
import * as z from 'zod';

/** Status that the carrier reports of a parcel. */
const Reported = CarrierReported.schema.shape.status;
export type Reported = z.infer<typeof Reported>;

/** A parcel as the carrier stores it: its steps, and not its address. */
export const CarrierParcel = z
  .object({
    parcelId: z.string(),
    /** The shop's order id. */
    reference: z.string(),
    carrier: z.string(),
    /** Future steps, decided when the parcel is booked. */
    journey: z.array(Reported).readonly(),
    /** Steps of the returns of the same order, if they are not delivered. */
    returnJourney: z.array(Reported).readonly().exactOptional(),
    /** Past steps. */
    history: z.array(z.object({ status: Reported, at: z.string() }).readonly()).readonly(),
    /** The shop took it back before it was picked up, maybe before it was booked. */
    recalled: z.boolean(),
  })
  .readonly();
export type CarrierParcel = z.infer<typeof CarrierParcel>;

/** A request to pick up a parcel. */
export type Booking = Pick<CarrierParcel, 'parcelId' | 'reference' | 'carrier'> & { readonly line1: string };

/** Streets that no parcel gets through: what test cards are to the payment provider. */
const STREETS: readonly (readonly [street: string, journey: readonly Reported[]])[] = [
  ['Lost Parcel Lane', ['picked_up', 'in_transit', 'lost']],
  ['Refused Delivery Lane', ['picked_up', 'in_transit', 'delivery_refused']],
  ['Unknown Address Lane', ['picked_up', 'in_transit', 'address_problem', 'delivered']],
];
const STRAIGHT: readonly Reported[] = ['picked_up', 'in_transit', 'delivered'];

/** Street whose parcels are delivered, and whose returns are lost. */
const LOST_RETURNS = 'Lost Return Lane';

const isIn = (line1: string, street: string): boolean => line1.toLowerCase().includes(street.toLowerCase());

/** Steps of a parcel to this street. */
export const journeyTo = (line1: string): readonly Reported[] =>
  STREETS.find(([street]) => isIn(line1, street))?.[1] ?? STRAIGHT;

/**
 * Books a parcel, once; `recalled` if the shop recalled it before.
 *
 * @param earlier the parcels of the same order: a return is picked up where they were delivered.
 */
export function bookParcel(
  there: CarrierParcel | undefined,
  booking: Booking,
  earlier: readonly CarrierParcel[] = [],
): CarrierParcel | 'recalled' {
  if (there) return there.recalled ? 'recalled' : there;
  const { line1, ...parcel } = booking;
  if (isIn(line1, LOST_RETURNS))
    return { ...parcel, journey: STRAIGHT, returnJourney: journeyTo('Lost Parcel Lane'), history: [], recalled: false };
  const journey = earlier.find(({ returnJourney }) => returnJourney)?.returnJourney ?? journeyTo(line1);
  return { ...parcel, journey, history: [], recalled: false };
}

/** A parcel that is taken back, which one that left can't be; where none is booked yet, it never will be. */
export function recallParcel(there: CarrierParcel | undefined, parcelId: string): CarrierParcel | 'left' {
  if (!there) return { parcelId, reference: '', carrier: '', journey: [], history: [], recalled: true };
  return there.history.length > 0 ? 'left' : { ...there, recalled: true };
}

/**
 * Moves a parcel to the n-th step of its journey. Returns the parcel and the statuses to report; undefined if it was
 * there before, or was recalled.
 */
export function moveParcel(
  there: CarrierParcel,
  step: number,
  at: string,
): { readonly parcel: CarrierParcel; readonly reported: readonly Reported[] } | undefined {
  const reported = there.journey.slice(there.history.length, step);
  if (there.recalled || reported.length === 0) return undefined;
  return { parcel: { ...there, history: [...there.history, ...reported.map((status) => ({ status, at }))] }, reported };
}
