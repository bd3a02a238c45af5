import { randomUUID } from 'node:crypto';
import { BOOKING_HORIZON_DAYS, BookTrip, GetBooking, ListFlights, ListHotels } from '@waypost/contracts';
import { bodyOf, eventually, type StageClient, stageClient } from '@waypost/test-kit';
import { table } from './figures.ts';
import { assumed, usesOfRuns } from './measure-cost.ts';
import { tapBus } from './observe.ts';
import { costOf, type OrderCost, type Use } from './order-cost.ts';
import { type BenchStage, onStageOfItsOwn } from './stage-for-bench.ts';

const DAY = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** The engine's history has no entries for the two states inside ProcessPayment; AWS counts them. */
const INSIDE_PARALLEL: Use = { price: 'standardTransition', amount: 2, by: 'ProcessPayment', part: 'confirmation' };

/** Transitions, calls and cost of a booking, confirmed and compensated from its last step. */
export async function measureTrips(signal: AbortSignal): Promise<string> {
  return onStageOfItsOwn(signal, tripsOn);
}

async function tripsOn(stage: BenchStage): Promise<string> {
  const client = stageClient();
  const token = await client.signIn('shopper');
  const tap = await tapBus();
  const workflow = { post: 'POST /bookings', machine: 'booking-booking-workflow', words: 'BookingWorkflow' };
  const rows: string[][] = [];
  await book(client, token, 'pm_card_visa', 'CONFIRMED');
  for (const [name, card, end] of [
    ['confirmed', 'pm_card_visa', 'CONFIRMED'],
    ['undone: the card is declined', 'pm_card_visa_chargeDeclined', 'CANCELLED'],
  ] as const) {
    process.stderr.write(`trips: ${name}\n`);
    const trip = async () => ({ id: await book(client, token, card, end), end: Promise.resolve() });
    const { uses, calls } = await usesOfRuns(stage, tap, trip, workflow);
    rows.push([name, ...figuresOf(costOf([...uses, INSIDE_PARALLEL])), calls.toFixed(1)]);
  }
  return [
    table(['a booking that is', 'Standard transitions', 'invocations', '$ for 1,000', 'calls of AWS'], rows),
    '',
    `The whole booking including its ledger entries, with the same prices and assumptions as an order (${assumed.invocation * 1000} ms per invocation, ${assumed.call * 1000} ms for each call).`,
  ].join('\n');
}

function figuresOf({ lines, dollars }: OrderCost): readonly string[] {
  const amountOf = (price: string) => (lines.find((line) => line.price === price)?.amount ?? 0).toFixed(1);
  const all = dollars.confirmation + dollars.fulfilment;
  return [amountOf('standardTransition'), amountOf('invocation'), `$${all.toFixed(3)}`];
}

/** Books a trip for one traveller on days that no other test uses, and waits until it is decided. */
async function book(client: StageClient, token: string, paymentMethod: string, end: string): Promise<string> {
  const days = 5 + Math.floor(Math.random() * (BOOKING_HORIZON_DAYS - 10));
  const [checkIn, checkOut] = [dayIn(days), dayIn(days + 3)];
  const flights = await client.call(ListFlights, { query: { from: 'BER', to: 'LIS', date: checkIn } });
  const hotels = await client.call(ListHotels, { query: { city: 'LIS', checkIn, checkOut } });
  const [flightId, hotelId] = [bodyOf(flights).items[0]?.flightId ?? '', bodyOf(hotels).items[0]?.hotelId ?? ''];
  const body = { flightId, hotelId, checkIn, checkOut, travellers: [{ name: 'Ada Bench' }], paymentMethod };
  const { bookingId } = bodyOf(await client.call(BookTrip, { body, token, idempotencyKey: randomUUID() }));
  await eventually(
    async () => {
      const { status } = bodyOf(await client.call(GetBooking, { parameters: { id: bookingId }, token }));
      if (status !== end) throw new Error(`${bookingId} is ${status}`);
    },
    { within: 60_000, every: 250 },
  );
  return bookingId;
}
