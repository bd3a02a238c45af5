import { type BookingNotice, CITIES, type Flight, type Hotel, type Money } from '@waypost/contracts';

/** What a shopper asks for, and what the airline and the hotel say that it is. */
export interface AskedTrip {
  readonly flight: Flight | undefined;
  readonly hotel: Hotel | undefined;
  readonly checkIn: string;
  readonly checkOut: string;
  /** How many travel. */
  readonly travellers: number;
}

/** What is wrong with a trip, and in which field of the request. */
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

/** As long as a stay may be. */
export const MOST_NIGHTS = 30;
const GUESTS_A_ROOM = 2;
const DAY = 24 * 60 * 60 * 1000;

/** What a trip costs, and what about it is allowed but perhaps not meant; or everything that is wrong with it. */
export function priceTrip(
  { flight, hotel, checkIn, checkOut, travellers }: AskedTrip,
  now: string,
):
  | { readonly outcome: 'priced'; readonly trip: PricedTrip }
  | { readonly outcome: 'flawed'; readonly flaws: readonly TripFlaw[] } {
  const flaws = [
    ...(flight ? [] : [{ field: 'flightId' as const, detail: 'There is no such flight on offer' }]),
    ...(hotel ? [] : [{ field: 'hotelId' as const, detail: 'There is no such hotel' }]),
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

/** What is wrong with the days of a stay, whoever asks for it. */
export function stayFlaws(checkIn: string, checkOut: string, now: string): readonly TripFlaw[] {
  const nights = nightsBetween(checkIn, checkOut);
  return [
    ...(checkIn < now.slice(0, 10) ? [{ field: 'checkIn' as const, detail: 'This day is over' }] : []),
    ...(nights < 1 ? [{ field: 'checkOut' as const, detail: 'Check out after the day of the check-in' }] : []),
    ...(nights > MOST_NIGHTS ? [{ field: 'checkOut' as const, detail: `Stay ${MOST_NIGHTS} nights at most` }] : []),
  ];
}

const nightsBetween = (checkIn: string, checkOut: string): number => (Date.parse(checkOut) - Date.parse(checkIn)) / DAY;

function noticesOf({
  flight,
  hotel,
  checkIn,
  checkOut,
}: Pick<PricedTrip, 'flight' | 'hotel'> & Pick<AskedTrip, 'checkIn' | 'checkOut'>): readonly BookingNotice[] {
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
            detail: `The flight is there on ${there} and leaves on ${back}, and the stay is from ${checkIn} to ${checkOut}.`,
          },
        ]
      : []),
  ];
}
