import { type BookingNotice, CITIES, type Flight, type Hotel, type Money } from '@waypost/contracts';
import { checkOutProblem, dateProblem, nightsBetween } from './travel-dates.ts';

/** A trip as the shopper requested it, with the offers of the airline and the hotel. */
export interface TripRequest {
  readonly flight: Flight | undefined;
  readonly hotel: Hotel | undefined;
  readonly checkIn: string;
  readonly checkOut: string;
  /** Number of travellers. */
  readonly travellers: number;
}

/** Problem of a trip, and the field of the request. */
export interface TripFlaw {
  readonly field: 'flightId' | 'hotelId' | 'checkIn' | 'checkOut';
  readonly detail: string;
}

export interface PricedTrip {
  readonly flight: Flight;
  readonly hotel: Hotel;
  readonly rooms: number;
  readonly total: Money;
  readonly notices: readonly BookingNotice[];
}

const GUESTS_A_ROOM = 2;

/** Price of a trip with notices about unusual choices, or all of its problems. */
export function priceTrip(
  { flight, hotel, checkIn, checkOut, travellers }: TripRequest,
  now: string,
):
  | { readonly outcome: 'priced'; readonly trip: PricedTrip }
  | { readonly outcome: 'flawed'; readonly flaws: readonly TripFlaw[] } {
  const flaws = [
    ...(flight ? [] : [{ field: 'flightId' as const, detail: 'No flight with this id is on sale.' }]),
    ...(hotel ? [] : [{ field: 'hotelId' as const, detail: 'No hotel has this id.' }]),
    ...stayFlaws(checkIn, checkOut, now),
  ];
  if (!flight || !hotel || flaws.length > 0) return { outcome: 'flawed', flaws };
  const rooms = Math.ceil(travellers / GUESTS_A_ROOM);
  const amount = travellers * flight.price.amount + rooms * nightsBetween(checkIn, checkOut) * hotel.price.amount;
  const notices = noticesOf({ flight, hotel, checkIn, checkOut });
  return {
    outcome: 'priced',
    trip: { flight, hotel, rooms, total: { amount, currency: flight.price.currency }, notices },
  };
}

/** Problems of the dates of a stay. */
export function stayFlaws(checkIn: string, checkOut: string, now: string): readonly TripFlaw[] {
  const problems = { checkIn: dateProblem(checkIn, now), checkOut: checkOutProblem(checkIn, checkOut) };
  return (['checkIn', 'checkOut'] as const).flatMap((field) => {
    const detail = problems[field];
    return detail === undefined ? [] : [{ field, detail }];
  });
}

function noticesOf({
  flight,
  hotel,
  checkIn,
  checkOut,
}: Pick<PricedTrip, 'flight' | 'hotel'> & Pick<TripRequest, 'checkIn' | 'checkOut'>): readonly BookingNotice[] {
  const isElsewhere = hotel.city !== flight.to;
  const [there, back] = [flight.arrivesAt.slice(0, 10), flight.returnDepartsAt.slice(0, 10)];
  const isOutside = checkIn < there || checkOut > back;
  return [
    ...(isElsewhere
      ? [
          {
            code: 'hotel_in_another_city' as const,
            detail: `The flight goes to ${CITIES[flight.to]}, and the hotel is in ${CITIES[hotel.city]}.`,
          },
        ]
      : []),
    ...(isOutside
      ? [
          {
            code: 'stay_outside_trip' as const,
            detail: `The stay from ${checkIn} to ${checkOut} isn't within the trip from ${there} to ${back}.`,
          },
        ]
      : []),
  ];
}
