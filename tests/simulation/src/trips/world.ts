import type { BookingId } from '@waypost/contracts';
import { TransientError } from '@waypost/service-kit';
import {
  type FaultKind,
  faultsOf,
  functionRunner,
  messageRelay,
  namedError,
  randomFrom,
  schedulerOf,
  type SimulatedFunction,
  stateMachines,
  taskTokens,
  type Trace,
} from '@waypost/test-kit/simulation';
import { bookingSimulation, isUnfinished } from 'booking/simulation';
import type { Executions } from 'order/simulation';
import { paymentSimulation } from 'payment/simulation';
import { partnersSimulation } from 'sandbox/simulation';
import { endedByItself, executionsOn } from '../executions.ts';
import { newRecord } from '../record.ts';
import { walking } from '../workflows.ts';
import type { TripPlant } from './plants.ts';
import { FLIGHTS, HOTELS, isAuthenticated, isDeclined, ROOMS, SEATS } from './travellers.ts';

const WORKFLOW = 'booking-workflow';

export interface TripWorldProps {
  readonly seed: number;
  readonly kinds: readonly FaultKind[];
  readonly plant?: TripPlant | undefined;
  readonly trace: Trace;
  /** Called for each booking that waits for an operator. */
  readonly onParked: (bookingId: BookingId) => void;
}

/** Services and partners of trips, in virtual time. */
export function tripWorldOf({ seed, kinds, plant = {}, trace, onParked }: TripWorldProps) {
  const scheduler = schedulerOf(randomFrom(seed));
  const faults = faultsOf(scheduler, { kinds });
  const record = newRecord<BookingId>();
  const invoke = functionRunner({ scheduler, faults, trace, ...record });
  const deadLetters = record.onDeadLetter;
  const isRejected = (of: string) => faults.strike(['decline'], scheduler.random.of(of)) !== undefined;

  const payment = paymentSimulation({
    deadLetters,
    judge: (step, { payableId, paymentMethod }) => {
      if (step === 'authorize' && isDeclined(paymentMethod)) return 'card_declined';
      return isRejected(`card of ${payableId}`) ? 'card_declined' : undefined;
    },
    bank: ({ paymentMethod }) => isAuthenticated(paymentMethod),
  });
  const partners = partnersSimulation(plant.books, { seats: SEATS, rooms: ROOMS });
  const { airline, hotel } = partners;
  const cancelled = async (who: string, bookingId: BookingId, cancel: (id: string) => Promise<unknown>) => {
    if (isRejected(`cancellations of ${bookingId}`)) throw new TransientError(`The ${who} refuses to cancel`);
    await cancel(bookingId);
  };
  const booking = bookingSimulation({
    deadLetters,
    flights: new Map(FLIGHTS.map((each) => [each.flightId, each])),
    hotels: new Map(HOTELS.map((each) => [each.hotelId, each])),
    airline: {
      reserve: async ({ bookingId, flight, travellers }) =>
        isRejected(`seats of ${bookingId}`) ? 'full' : airline.reserve(bookingId, flight.flightId, travellers.length),
      cancel: ({ bookingId }) => cancelled('airline', bookingId, airline.cancel),
    },
    hotel: {
      reserve: async ({ bookingId, hotel: { hotelId }, checkIn, checkOut, rooms }) =>
        isRejected(`rooms of ${bookingId}`) ? 'full' : hotel.reserve(bookingId, { hotelId, checkIn, checkOut }, rooms),
      cancel: ({ bookingId }) => cancelled('hotel', bookingId, hotel.cancel),
    },
    // Only called while the simulation runs, when the workflow exists.
    executions: {
      start: (name, input) => executions.start(name, input),
      stateOf: (name) => executions.stateOf(name),
    },
    park: (bookingId) => {
      record.onParked(bookingId);
      onParked(bookingId);
    },
  });

  const functions = new Map<string, SimulatedFunction>(
    [payment, booking].flatMap((service) => Object.entries(service.functions)),
  );
  const definition = booking.stateMachine(Object.fromEntries([...functions.keys()].map((name) => [name, name])));
  const tokens = taskTokens();
  const machines = stateMachines({
    ...walking(scheduler, faults, trace),
    scheduler,
    tokens,
    definitions: { [WORKFLOW]: plant.workflow?.(definition) ?? definition },
    invoke: async (name, payload) => {
      const run = functions.get(name);
      if (!run) throw namedError('Lambda.ResourceNotFoundException', `There is no function ${name}`);
      return invoke(name, run, payload);
    },
  });
  const isOpen = (execution: string): boolean =>
    [...booking.all.values()].some((each) => isUnfinished(each) && execution === `${each.bookingId}-${each.attempt}`);
  const executions: Executions = executionsOn(WORKFLOW, machines, tokens, (execution) => {
    const bug = endedByItself(execution, isOpen);
    if (bug !== undefined) record.onBug(bug);
  });

  const consumers = [...payment.consumers, ...booking.consumers];
  const newOutbox = messageRelay({ scheduler, faults, trace, invoke, consumers });
  const outboxes = [payment.published, booking.published].map((published) => ({ published, relay: newOutbox() }));
  return {
    scheduler,
    faults,
    trace,
    invoke,
    payment,
    booking,
    airline,
    hotel,
    ...record,
    relayOutboxes: (): void => {
      for (const { published, relay } of outboxes) relay(published);
    },
    isDecided: (bookingId: BookingId): boolean => {
      const known = booking.all.get(bookingId);
      return known !== undefined && !isUnfinished(known);
    },
    isQuiet: kinds.length === 0,
  };
}
export type TripWorld = ReturnType<typeof tripWorldOf>;
