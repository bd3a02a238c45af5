import { createHash } from 'node:crypto';
import {
  type Booking,
  type BookingCancelReason,
  type BookingStep,
  BookingId,
  BookTrip,
  type Flight,
  GetBooking,
  type Hotel,
  ListBookings,
  ListDestinations,
  ListFlights,
  ListHotels,
  type StepOutcome,
} from '@waypost/contracts';
import type { Call, Reply } from './fake-call.ts';
import { shopperOf } from './fake-identity.ts';
import { Rejected } from './rejected.ts';

type DestinationQuery = ReturnType<typeof ListDestinations.query.parse>;
type FlightQuery = ReturnType<typeof ListFlights.query.parse>;
type HotelQuery = ReturnType<typeof ListHotels.query.parse>;

type Story = readonly (readonly [step: BookingStep, outcome: StepOutcome])[];

const STRAIGHT: Story = [
  ['reserve_flight', 'done'],
  ['reserve_hotel', 'done'],
  ['process_payment', 'done'],
];
/** What becomes of a trip, by its card or its first traveller's name. */
const STORIES: Readonly<Record<BookingCancelReason, Story>> = {
  no_seats: [['reserve_flight', 'rejected']],
  no_rooms: [
    ['reserve_flight', 'done'],
    ['reserve_hotel', 'rejected'],
    ['cancel_flight', 'done'],
  ],
  payment_declined: [
    ['reserve_flight', 'done'],
    ['reserve_hotel', 'done'],
    ['process_payment', 'rejected'],
    ['cancel_hotel', 'done'],
    ['cancel_flight', 'done'],
  ],
  internal_error: [
    ['reserve_flight', 'done'],
    ['reserve_hotel', 'failed'],
    ['cancel_hotel', 'done'],
    ['cancel_flight', 'done'],
  ],
};

const DAY = 86_400_000;
const after = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

interface FakeTrip {
  readonly booking: Booking;
  readonly owner: string;
  readonly body: string;
  readonly reason: BookingCancelReason | undefined;
  /** Number of steps that a read may advance. */
  shown: number;
}

/** Trips, each of which advances by a step with every read. */
export class FakeTrips {
  readonly trips = new Map<string, FakeTrip>();
  /** Outcomes of the next trips. */
  reason: BookingCancelReason | undefined;
  /** True to keep trips from advancing. */
  isHeld = false;

  reset(): void {
    this.trips.clear();
    this.reason = undefined;
    this.isHeld = false;
  }

  answer(call: Call): Reply {
    const [, collection, id] = call.path.split('/');
    switch (`${call.method} /${collection}${id ? '/{id}' : ''}`) {
      case 'GET /flights':
        return this.#flights(ListFlights.query.parse(call.query));
      case 'GET /destinations':
        return this.#destinations(ListDestinations.query.parse(call.query));
      case 'GET /hotels':
        return this.#hotels(ListHotels.query.parse(call.query));
      case 'POST /bookings':
        return this.#book(call);
      case 'GET /bookings':
        return this.#list(call);
      case 'GET /bookings/{id}':
        return this.#get(call, id ?? '');
      default:
        throw new Error(`there are no trips at ${call.method} ${call.path}`);
    }
  }

  /** Returns a trip that the first shopper requested a moment ago. */
  place(reason?: BookingCancelReason): string {
    this.reason = reason;
    const date = after(new Date().toISOString(), 30);
    const [flight] = flightsOn({ from: 'BER', to: 'LIS', date });
    const [hotel] = hotelsIn('LIS');
    const body = JSON.stringify({
      flightId: flight?.flightId,
      hotelId: hotel?.hotelId,
      checkIn: date,
      checkOut: after(date, 3),
      travellers: [{ name: 'Robin Fell' }],
      paymentMethod: 'pm_card_visa',
    });
    const key = `placed-${this.trips.size}`;
    return this.#place(body, 'robin@example.com', key).booking.bookingId;
  }

  #flights(query: FlightQuery): Reply {
    return { status: 200, body: ListFlights.response.parse({ items: flightsOn(query) }) };
  }

  #destinations({ from }: DestinationQuery): Reply {
    const date = after(new Date().toISOString(), 12);
    const items = (['LIS', 'OSL', 'VIE'] as const)
      .filter((to) => to !== from)
      .flatMap((to) => flightsOn({ from, to, date }).slice(0, 1))
      .map((flight) => ({ city: flight.to, flight }));
    return { status: 200, body: ListDestinations.response.parse({ items }) };
  }

  #hotels({ city }: HotelQuery): Reply {
    return { status: 200, body: ListHotels.response.parse({ items: hotelsIn(city) }) };
  }

  #book(call: Call): Reply {
    const owner = shopperOf(call);
    const { booking } = this.#place(call.body, owner, String(call.headers['idempotency-key']));
    const { bookingId, status, total, notices } = booking;
    return {
      status: 202,
      body: BookTrip.response.parse({ bookingId, status, total, notices, links: { self: `/bookings/${bookingId}` } }),
    };
  }

  #place(body: string, owner: string, key: string): FakeTrip {
    const bookingId = BookingId.parse(
      `bkg_${createHash('sha256')
        .update(owner + key)
        .digest('hex')
        .slice(0, 32)}`,
    );
    const earlier = this.trips.get(bookingId);
    if (earlier) {
      if (earlier.body === body) return earlier;
      throw new Rejected({ status: 422, title: 'This key was used', detail: 'Send a new key.' });
    }
    const request = BookTrip.body.parse(JSON.parse(body));
    const date = request.flightId.replace(/^.*_(\d{4})(\d{2})(\d{2})-.*$/, '$1-$2-$3');
    const [from, to] = [request.flightId.slice(4, 7), request.flightId.slice(8, 11)];
    const flight = flightsOn(ListFlights.query.parse({ from, to, date })).find(
      ({ flightId }) => flightId === request.flightId,
    );
    const hotel = hotelsIn(request.hotelId.slice(4, 7)).find(({ hotelId }) => hotelId === request.hotelId);
    if (!flight || !hotel) throw new Rejected({ status: 400, title: 'Wrong', detail: 'No such offer', errors: [] });
    const { checkIn, checkOut, travellers } = request;
    const isElsewhere = hotel.city !== flight.to;
    const trip: FakeTrip = {
      booking: {
        bookingId,
        status: 'PENDING',
        steps: [],
        flight,
        hotel,
        checkIn,
        checkOut,
        rooms: Math.ceil(travellers.length / 2),
        travellers,
        total: { amount: flight.price.amount * travellers.length + hotel.price.amount * 3, currency: 'EUR' },
        payment: { status: 'pending' },
        notices: isElsewhere
          ? [{ code: 'hotel_in_another_city', detail: 'The flight goes to another city than the hotel is in.' }]
          : [],
        placedAt: new Date().toISOString(),
      },
      owner,
      body,
      reason: request.paymentMethod.endsWith('Declined') ? 'payment_declined' : this.reason,
      shown: 0,
    };
    this.trips.set(bookingId, trip);
    return trip;
  }

  #list(call: Call): Reply {
    const owner = shopperOf(call);
    const items = [...this.trips.values()]
      .filter((trip) => trip.owner === owner)
      .map((trip) => {
        const { bookingId, status, total, placedAt, checkIn, checkOut, flight, hotel } = asShown(trip);
        const route = { from: flight.from, to: flight.to, hotelName: hotel.name };
        return { bookingId, status, total, placedAt, checkIn, checkOut, ...route };
      });
    return { status: 200, body: ListBookings.response.parse({ items }) };
  }

  #get(call: Call, id: string): Reply {
    const trip = this.trips.get(id);
    if (trip?.owner !== shopperOf(call))
      throw new Rejected({ status: 404, title: 'Not found', detail: `You have no booking ${id}.` });
    if (!this.isHeld) trip.shown += 1;
    const body = GetBooking.response.parse(asShown(trip));
    return { status: 200, body, ...(body.status === 'PENDING' && { headers: { 'retry-after': '0.3' } }) };
  }
}

function asShown({ booking, reason, shown }: FakeTrip): Booking {
  const story = reason ? STORIES[reason] : STRAIGHT;
  const steps = story.slice(0, shown).map(([step, outcome]) => ({ step, outcome, at: booking.placedAt }));
  if (shown <= story.length) return { ...booking, steps };
  return reason
    ? { ...booking, steps, status: 'CANCELLED', reason, payment: { status: 'not_charged' } }
    : { ...booking, steps, status: 'CONFIRMED', payment: { status: 'captured' } };
}

function flightsOn({ from, to, date }: FlightQuery): Flight[] {
  const compact = (day: string) => day.replaceAll('-', '');
  return [3, 7].map((nights) => {
    const back = after(date, nights);
    return {
      flightId: `flt_${from}-${to}_${compact(date)}-${compact(back)}_am`,
      from,
      to,
      departsAt: `${date}T07:00:00.000Z`,
      arrivesAt: `${date}T10:00:00.000Z`,
      returnDepartsAt: `${back}T10:00:00.000Z`,
      returnArrivesAt: `${back}T13:00:00.000Z`,
      price: { amount: 12_900 + nights * 100, currency: 'EUR' },
    };
  });
}

function hotelsIn(city: string): Hotel[] {
  const where = ListHotels.query.shape.city.parse(city);
  return [
    { hotelId: `htl_${city}-harbour`, name: 'Harbour House', city: where, price: { amount: 8900, currency: 'EUR' } },
    { hotelId: `htl_${city}-station`, name: 'Station Lodge', city: where, price: { amount: 4900, currency: 'EUR' } },
  ];
}
