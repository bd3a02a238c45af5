import {
  type BookingId,
  BookingPlaced,
  type CommandContract,
  type DomainEvent,
  type Flight,
  type Hotel,
} from '@waypost/contracts';
import type { Arns } from '@waypost/cdk-kit/workflow-tasks';
import { commandFunction, eventFunction, type MessageContext, scheduledFunction } from '@waypost/service-kit';
import type { Consumer, Invocation, SimulatedFunction } from '@waypost/test-kit/simulation';
import type * as z from 'zod';
import { executionNameOf, workflowInputOf } from './src/adapters/booking-workflow.ts';
import { bookTrip, type BookTripRequest } from './src/app/book-trip.ts';
import {
  beginCompensation,
  cancelBooking,
  cancelFlight,
  cancelHotel,
  confirmBooking,
  reserveFlight,
  reserveHotel,
} from './src/app/workflow-steps.ts';
import { redriveBooking } from './src/app/redrive-booking.ts';
import { startBooking } from './src/app/start-booking.ts';
import { sweepBookings } from './src/app/sweep-bookings.ts';
import {
  BeginCompensation,
  CancelBooking,
  CancelFlight,
  CancelHotel,
  ConfirmBooking,
  ReserveFlight,
  ReserveHotel,
} from './src/commands.ts';
import { type Booking, isUnfinished } from './src/domain/booking.ts';
import { bookingIdOf } from './src/domain/booking-identity.ts';
import type { Airline, Bookings, Hotels, Reserved } from './src/ports.ts';
import { bookingsInMemory } from './test/bookings-in-memory.ts';
import { bookingWorkflow } from './workflow.ts';

export type { Airline, Booking, Bookings, BookTripRequest, Hotels, Reserved };
export { bookingIdOf, isUnfinished };

/** Services and clients around the booking service. */
export interface Outside {
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  readonly flights: ReadonlyMap<string, Flight>;
  readonly hotels: ReadonlyMap<string, Hotel>;
  readonly airline: Pick<Airline, 'reserve' | 'cancel'>;
  readonly hotel: Pick<Hotels, 'reserve' | 'cancel'>;
  readonly executions: {
    readonly start: (name: string, input: unknown) => 'started' | 'started_before';
    readonly stateOf: (name: string) => 'never_started' | 'running' | 'over';
  };
  /** Told of bookings that wait for an operator. */
  readonly park: (bookingId: BookingId) => void;
  /** Swaps in another store, e.g. one with a bug. */
  readonly bookings?: ((bookings: Bookings) => Bookings) | undefined;
}

/** The service as a simulation runs it: its API, its commands, its sweeper and its workflow, on bookings in memory. */
export function bookingSimulation(outside: Outside) {
  const inMemory = bookingsInMemory();
  const { add, get, save, unchangedSince } = inMemory;
  const store = (outside.bookings ?? ((bookings) => bookings))({ add, get, save });
  const workflow = {
    start: async (booking: Booking) => outside.executions.start(executionNameOf(booking), workflowInputOf(booking)),
    stateOf: async (booking: Booking) => outside.executions.stateOf(executionNameOf(booking)),
  };
  const catalogue = {
    flight: async (flightId: string) => outside.flights.get(flightId),
    hotel: async (hotelId: string) => outside.hotels.get(hotelId),
  };
  const parked = { park: async ({ bookingId }: Booking) => outside.park(bookingId) };
  const driving = ({ port, clock }: Invocation) => ({
    bookings: port('bookings', store),
    airline: port('airline', outside.airline),
    hotels: port('hotel', outside.hotel),
    workflow: port('workflow', workflow),
    park: (booking: Booking) => port('parked', parked).park(booking),
    now: clock().toISOString(),
  });
  type Ports = ReturnType<typeof driving>;

  const command = <Request extends z.ZodType, Result extends z.ZodType>(
    contract: CommandContract<Request, Result>,
    handle: (ports: Ports, request: z.output<Request>, context: MessageContext) => Promise<z.output<Result>>,
  ): Record<string, SimulatedFunction> => ({
    [contract.name]: (payload, invocation) =>
      commandFunction(
        contract,
        (request, context) => handle(driving(invocation), request, context),
        invocation,
      )(payload),
  });
  const start: SimulatedFunction = (message, invocation) =>
    eventFunction([BookingPlaced], async ({ data }) => void (await startBooking(driving(invocation), data.bookingId)), {
      clock: invocation.clock,
      deadLetters: outside.deadLetters,
    })(message);

  return {
    functions: {
      ...command(ReserveFlight, reserveFlight),
      ...command(ReserveHotel, reserveHotel),
      ...command(ConfirmBooking, confirmBooking),
      ...command(BeginCompensation, beginCompensation),
      ...command(CancelHotel, cancelHotel),
      ...command(CancelFlight, cancelFlight),
      ...command(CancelBooking, cancelBooking),
    },
    consumers: [{ name: 'start-booking-workflow', events: [BookingPlaced.name], run: start }] satisfies Consumer[],
    published: inMemory.published as readonly DomainEvent[],
    /** Bookings as they are now. */
    all: inMemory.all,
    book:
      (request: BookTripRequest): SimulatedFunction =>
      (_, invocation) => {
        const correlationId = bookingIdOf(request.shopperId, request.idempotencyKey);
        const offers = invocation.port('offers', catalogue);
        return bookTrip({ ...driving(invocation), airline: offers, hotels: offers, correlationId }, request);
      },
    sweep: ((event, invocation) =>
      scheduledFunction(
        async () => {
          const undecided = invocation.port('pending', { unchangedSince });
          await sweepBookings({ ...driving(invocation), undecided });
        },
        { clock: invocation.clock, newId: () => 'sweep' },
      )(event)) satisfies SimulatedFunction,
    /** An operator redrives a booking. */
    redrive:
      (bookingId: BookingId): SimulatedFunction =>
      (_, invocation) =>
        redriveBooking(driving(invocation), bookingId, 'operator'),
    stateMachine: (arns: Arns) => bookingWorkflow(arns),
  };
}
