import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BookTrip,
  City,
  type Fault,
  GetBooking,
  ListBookings,
  ListDestinations,
  ListFlights,
  ListHotels,
  Problem,
} from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { endFaults, putFault } from './faults.ts';
import { openShop, PATIENCE, type Shop } from './shop.ts';
import { bookTrip, dayIn, decidedTrip, expectAgreementOn, newTrip, outsideOf, stepsOf, type Trip } from './trips.ts';

const SLOW_MACHINE = 600_000;
/** Number of trips with random faults; `npm run soak` sends more, and injects faults of the payment provider too. */
const TRIPS = Number(process.env['WAYPOST_SOAK_TRIPS'] ?? 30);
const IS_SOAK = process.env['WAYPOST_SOAK_TRIPS'] !== undefined;
const AT_ONCE = IS_SOAK ? 20 : 10;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
// Faults of the airline and the hotel, which only trips call.
afterAll(() => endFaults(shop));

const RESERVED = ['reserve_flight done', 'reserve_hotel done'];

describe('an available trip', () => {
  it('is confirmed step by step, once per key, and known to the airline, the hotel and the provider', async () => {
    const trip = await newTrip(shop);
    const idempotencyKey = randomUUID();
    const asked = { travellers: 3, idempotencyKey };
    const bookingId = await bookTrip(shop, trip, asked);
    expect(await bookTrip(shop, trip, asked)).toBe(bookingId);
    const booking = await decidedTrip(shop, bookingId);
    expect(booking).toMatchObject({ status: 'CONFIRMED', rooms: 2, notices: [], payment: { status: 'captured' } });
    expect(booking.total.amount).toBe(3 * trip.flight.price.amount + 2 * 3 * trip.hotel.price.amount);
    expect(stepsOf(booking)).toEqual([...RESERVED, 'process_payment done']);
    await expectAgreementOn(shop, booking);
    const other = await shop.stage.call(BookTrip, {
      body: {
        flightId: trip.flight.flightId,
        hotelId: trip.hotel.hotelId,
        checkIn: trip.checkIn,
        checkOut: trip.checkOut,
        travellers: [{ name: 'Somebody else' }],
        paymentMethod: 'pm_card_visa',
      },
      idempotencyKey,
      token: shop.token.shopper,
    });
    expect(other.status).toBe(422);
  });

  it('is listed for its shopper, and for no other', async () => {
    const bookingId = await bookTrip(shop, await newTrip(shop));
    const own = async () =>
      bodyOf(await shop.stage.call(ListBookings, { query: { limit: 100 }, token: shop.token.shopper })).items;
    await eventually(async () => expect((await own()).map((each) => each.bookingId)).toContain(bookingId), PATIENCE);
    const call = { parameters: { id: bookingId }, token: shop.token.secondShopper };
    expect((await shop.stage.call(GetBooking, call)).status).toBe(404);
  });
});

describe('a trip that a partner rejects', () => {
  it('ends without seats, and reserves nothing', async () => {
    const trip = await newTrip(shop);
    await decidedTrip(shop, await bookTrip(shop, trip, { travellers: 9 }));
    const booking = await decidedTrip(shop, await bookTrip(shop, trip, { travellers: 4 }));
    expect(booking).toMatchObject({ status: 'CANCELLED', reason: 'no_seats' });
    expect(stepsOf(booking)).toEqual(['reserve_flight rejected']);
    await expectAgreementOn(shop, booking);
  });

  it('releases the seats when there are no rooms', async () => {
    const trip = await newTrip(shop);
    const nextFlight = { ...trip, flight: await otherFlight(trip) };
    await decidedTrip(shop, await bookTrip(shop, trip, { travellers: 9 }));
    const booking = await decidedTrip(shop, await bookTrip(shop, nextFlight));
    expect(booking).toMatchObject({ status: 'CANCELLED', reason: 'no_rooms' });
    expect(stepsOf(booking)).toEqual(['reserve_flight done', 'reserve_hotel rejected', 'cancel_flight done']);
    await expectAgreementOn(shop, booking);
  });

  it.each(['pm_card_visa_chargeDeclined', 'pm_card_authenticationRequired'])(
    'since %s is declined gives all of it back, in reverse',
    async (paymentMethod) => {
      const booking = await decidedTrip(shop, await bookTrip(shop, await newTrip(shop), { paymentMethod }));
      expect(booking).toMatchObject({ reason: 'payment_declined', payment: { status: 'not_charged' } });
      const undone = ['cancel_hotel done', 'cancel_flight done'];
      const steps = stepsOf(booking).filter((step) => step !== 'reverse_payment done');
      expect(steps).toEqual([...RESERVED, 'process_payment rejected', ...undone]);
      await expectAgreementOn(shop, booking);
    },
  );

  it('leaves its seats to the next shopper', async () => {
    const trip = await newTrip(shop);
    const declined = { travellers: 9, paymentMethod: 'pm_card_visa_chargeDeclined' };
    await decidedTrip(shop, await bookTrip(shop, trip, declined));
    const booking = await decidedTrip(shop, await bookTrip(shop, trip, { travellers: 9 }));
    expect(booking.status).toBe('CONFIRMED');
  });
});

async function otherFlight({ flight, checkIn }: Trip) {
  const query = { from: flight.from, to: flight.to, date: checkIn };
  const { items } = bodyOf(await shop.stage.call(ListFlights, { query }));
  const other = items.find(({ flightId }) => flightId !== flight.flightId);
  if (!other) throw new Error('There is no other flight');
  return other;
}

const FAULTS: readonly Pick<Fault, 'provider' | 'operation' | 'fault'>[] = (['airline', 'hotel'] as const).flatMap(
  (provider) =>
    (['reserve', 'cancel'] as const).flatMap((operation) =>
      (['slow', 'error', 'lost_answer', 'decline'] as const).map((fault) => ({ provider, operation, fault })),
    ),
);
const PAYMENT_FAULTS: readonly Pick<Fault, 'provider' | 'operation' | 'fault'>[] = (
  ['authorize', 'capture', 'cancel', 'refund'] as const
).flatMap((operation) =>
  (['error', 'lost_answer', 'decline'] as const).map((fault) => ({ provider: 'payment' as const, operation, fault })),
);

const anyOf = <Each>(list: readonly Each[]): Each | undefined => list[Math.floor(Math.random() * list.length)];

describe('trips with an airline and a hotel that fail at random steps', () => {
  it(
    'are each confirmed or undone, with a reason, and all books agree',
    async () => {
      // Few flights, so that seats and rooms run out too.
      const trips = await Promise.all(Array.from({ length: Math.ceil(TRIPS / 6) }, () => newTrip(shop)));
      const faults = IS_SOAK ? [...FAULTS, ...PAYMENT_FAULTS] : FAULTS.filter(({ fault }) => fault !== 'slow');
      let left = TRIPS;
      const ends: string[] = [];
      const traveller = async () => {
        for (left -= 1; left >= 0; left -= 1) {
          for (let struck = 0; struck < 2; struck += 1) {
            const fault = anyOf(faults);
            if (fault) await putFault(shop, fault, 1);
          }
          const trip = anyOf(trips) ?? (await newTrip(shop));
          const paymentMethod = Math.random() < 0.2 ? 'pm_card_visa_chargeDeclined' : 'pm_card_visa';
          const bookingId = await bookTrip(shop, trip, {
            travellers: 1 + Math.floor(Math.random() * 3),
            paymentMethod,
          });
          const booking = await decidedTrip(shop, bookingId, { within: SLOW_MACHINE / 2, every: 1000 });
          expect(booking.status === 'CONFIRMED' || booking.reason !== undefined).toBe(true);
          ends.push(booking.reason ?? booking.status);
          await expectAgreementOn(shop, booking);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, traveller));
      expect(ends).toHaveLength(TRIPS);
      if (IS_SOAK) console.log(ends.toSorted().join(' '));
    },
    SLOW_MACHINE * 2,
  );

  it(
    'in a way that is lost on the shop keep nothing',
    async () => {
      await endFaults(shop);
      await putFault(shop, { provider: 'airline', operation: 'reserve', fault: 'slow' }, 1);
      await putFault(shop, { provider: 'hotel', operation: 'reserve', fault: 'lost_answer' }, 1);
      const booking = await decidedTrip(shop, await bookTrip(shop, await newTrip(shop)));
      expect(booking.status).toBe('CONFIRMED');
      await expectAgreementOn(shop, booking);
    },
    SLOW_MACHINE,
  );
});

/** Sends a body to POST /bookings and returns the pointers of its errors. */
async function rejected(body: unknown) {
  const answer = await shop.stage.send('booking', '/bookings', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.token.shopper}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  const problem = Problem.parse(answer.body);
  return { status: answer.status, pointers: (problem.errors ?? []).map(({ pointer }) => pointer) };
}

describe('POST /bookings with an invalid request', () => {
  let trip: Trip;
  beforeAll(async () => {
    trip = await newTrip(shop);
  });
  const good = () => ({
    flightId: trip.flight.flightId,
    hotelId: trip.hotel.hotelId,
    checkIn: trip.checkIn,
    checkOut: trip.checkOut,
    travellers: [{ name: 'Ada Byron' }],
    paymentMethod: 'pm_card_visa',
  });
  const people = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Traveller ${index}` }));

  it.each<[string, () => Record<string, unknown>, readonly string[]]>([
    ['check-out on the day of the check-in', () => ({ checkOut: trip.checkIn }), ['/checkOut']],
    ['check-out before check-in', () => ({ checkIn: trip.checkOut, checkOut: trip.checkIn }), ['/checkOut']],
    ['days that are over', () => ({ checkIn: '2020-01-01', checkOut: '2020-01-04' }), ['/checkIn']],
    ['a day that there isn’t', () => ({ checkIn: '2030-02-30' }), ['/checkIn']],
    ['no traveller', () => ({ travellers: [] }), ['/travellers']],
    ['ten who travel', () => ({ travellers: people(10) }), ['/travellers']],
    ['a traveller without a name', () => ({ travellers: [{ name: '' }] }), ['/travellers/0/name']],
    ['a blank name', () => ({ travellers: [{ name: '   ' }] }), ['/travellers/0/name']],
    [
      'a name with a bidirectional override',
      () => ({ travellers: [{ name: 'Ada\u202eByron' }] }),
      ['/travellers/0/name'],
    ],
    ['a date beyond the booking horizon', () => ({ checkIn: '9999-12-28', checkOut: '9999-12-31' }), ['/checkIn']],
    ['an unknown flight', () => ({ flightId: trip.flight.flightId.replace(/-[A-Z]{3}_/, '-XXX_') }), ['/flightId']],
    ['a flight of a day that is over', () => ({ flightId: 'flt_BER-LIS_20200101-20200104_am' }), ['/flightId']],
    ['what is no flight', () => ({ flightId: '../hotels' }), ['/flightId']],
    ['an unknown hotel', () => ({ hotelId: 'htl_LIS-castle' }), ['/hotelId']],
    ['what is no payment method', () => ({ paymentMethod: 'cash' }), ['/paymentMethod']],
    ['a currency of its own', () => ({ currency: 'XXX' }), ['/currency']],
  ])('returns 400 with pointers for %s', async (_, wrong, pointers) => {
    expect(await rejected({ ...good(), ...wrong() })).toEqual({ status: 400, pointers });
  });

  it('accepts a hotel in another city than the flight’s, and says so', async () => {
    const { stage, token } = shop;
    const city = trip.flight.to === 'OSL' ? 'LIS' : 'OSL';
    const { items } = bodyOf(
      await stage.call(ListHotels, { query: { city, checkIn: trip.checkIn, checkOut: trip.checkOut } }),
    );
    const body = { ...good(), hotelId: items[0]?.hotelId ?? '' };
    const answer = bodyOf(await stage.call(BookTrip, { body, token: token.shopper }));
    expect(answer.notices).toMatchObject([{ code: 'hotel_in_another_city' }]);
    const booking = await decidedTrip(shop, answer.bookingId);
    expect(booking).toMatchObject({ status: 'CONFIRMED', notices: [{ code: 'hotel_in_another_city' }] });
    expect(await outsideOf(shop, answer.bookingId)).toMatchObject({ charges: 1 });
  });

  it('lists destinations with their lowest fares, which can be booked', async () => {
    const { items } = bodyOf(await shop.stage.call(ListDestinations, { query: { from: 'BER' } }));
    expect(items.map(({ city }) => city).toSorted()).toEqual(City.options.filter((city) => city !== 'BER'));
    const [cheapest] = items;
    const { from, to, departsAt } = cheapest?.flight ?? { from: 'BER', to: 'BER', departsAt: '' };
    const flights = bodyOf(await shop.stage.call(ListFlights, { query: { from, to, date: departsAt.slice(0, 10) } }));
    expect(flights.items).toContainEqual(cheapest?.flight);
    expect((await shop.stage.send('booking', '/destinations?from=XXX')).status).toBe(400);
    expect((await shop.stage.send('booking', '/destinations')).status).toBe(400);
  });

  it('returns 400 for an invalid search', async () => {
    const send = async (path: string) => (await shop.stage.send('booking', path)).status;
    const [over, soon] = ['2020-01-01', dayIn(30)];
    expect(
      await Promise.all([
        send(`/flights?from=BER&to=BER&date=${soon}`),
        send(`/flights?from=BER&to=LIS&date=${over}`),
        send(`/flights?from=BER&to=XXX&date=${soon}`),
        send(`/flights?from=BER&to=LIS`),
        send('/flights?from=OSL&to=KEF&date=9999-12-31'),
        send(`/flights?from=BER&to=LIS&date=${dayIn(332)}`),
        send(`/flights?from=BER&to=LIS&date=${soon}&date=${soon}`),
        send(`/hotels?city=LIS&checkIn=${soon}&checkOut=${soon}`),
        send(`/hotels?city=LIS&checkIn=${over}&checkOut=${soon}`),
      ]),
    ).toEqual(Array.from({ length: 9 }, () => 400));
  });
});
