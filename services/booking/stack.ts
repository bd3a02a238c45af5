import {
  commandArn,
  EventConsumer,
  functionsOf,
  OutboxRelay,
  platformOf,
  publishCommand,
  publishParameter,
  readAtRunTime,
  ScheduledJob,
  ServiceApi,
  type ServiceFunction,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  type StageProfile,
  Workflow,
} from '@waypost/cdk-kit';
import {
  AuthorizePayment,
  BookingPlaced,
  BookTrip,
  CapturePayment,
  GetBooking,
  ListBookings,
  ListFlights,
  ListHotels,
  RedriveBooking,
  ReversePayment,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { bookingWorkflow } from './workflow.ts';

/** The airline and the hotel have two tries of 4 seconds. */
const PARTNER_TIMEOUT = Duration.seconds(12);

/** Trips: a flight, a hotel and their payment, all or nothing, by a saga that undoes itself. */
export class BookingStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('booking', stage), stackProps('booking', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Bookings', { stage });
    table.addIndex('shopper', ['bookingId', 'status', 'total', 'placedAt', 'checkIn', 'checkOut', 'flight', 'hotel']);
    table.addIndex('pending', ['bookingId']);
    const define = functionsOf(this, {
      service: 'booking',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const flights = define('list-flights', { impact: 'shoppers find no flights', timeout: PARTNER_TIMEOUT });
    const hotels = define('list-hotels', { impact: 'shoppers find no hotels', timeout: PARTNER_TIMEOUT });
    const book = define('book-trip', { impact: 'nobody can book a trip', timeout: PARTNER_TIMEOUT });
    const get = define('get-booking', { impact: 'shoppers cannot see what becomes of their trips' });
    const list = define('list-bookings', { impact: 'shoppers cannot see their earlier trips' });
    const start = define('start-booking-workflow', { impact: 'bookings stay PENDING until they are swept' });
    const relay = define('relay-outbox', { impact: 'bookings are placed, but nothing follows from them' });
    const sweep = define('sweep-bookings', {
      impact: 'bookings that a crash left undecided stay so, with seats and rooms taken or money authorized',
      timeout: Duration.minutes(1),
    });
    const redrive = define('redrive-booking', { impact: 'operators cannot finish what was parked' });
    table.allow(book, ['GetItem', 'PutItem']);
    table.allow(get, ['GetItem']);
    table.allowIndex(list, 'shopper');
    table.allow(start, ['GetItem']);
    table.allowIndex(sweep, 'pending');
    for (const driving of [sweep, redrive]) table.allow(driving, ['GetItem', 'PutItem']);

    new OutboxRelay(this, 'Relay', { stage, table, bus: platform.bus, function: relay });
    new EventConsumer(this, 'PlacedBookings', {
      stage,
      bus: platform.bus,
      events: [BookingPlaced],
      function: start,
      impact: 'the bookings in it stay PENDING until they are swept',
    });
    const { deadLetters } = new ScheduledJob(this, 'Sweep', {
      stage,
      every: Duration.minutes(1),
      function: sweep,
      impact: 'bookings are undone only in part and wait for an operator: npm run redrive -- <bookingId>',
    });
    deadLetters.acceptMessagesFrom(redrive);

    const { workflow, asking } = this.#workflow(stage, table, define);
    this.#findAirlineAndHotel(stage, {
      airline: [flights, book, ...asking.airline],
      hotel: [hotels, book, ...asking.hotel],
    });
    for (const driving of [start, sweep, redrive]) {
      driving.addEnvironment('WORKFLOW_ARN', workflow.stateMachineArn);
      driving.allow(['states:StartExecution'], workflow.stateMachineArn);
    }
    for (const looking of [sweep, redrive]) looking.allow(['states:DescribeExecution'], workflow.executionArns);
    publishCommand(this, stage, RedriveBooking, redrive);

    new ServiceApi(this, 'Api', {
      stage,
      service: 'booking',
      platform,
      routes: [
        [ListFlights, flights],
        [ListHotels, hotels],
        [BookTrip, book],
        [GetBooking, get],
        [ListBookings, list],
      ],
    });
  }

  /** BookingWorkflow, and the functions that only it asks. */
  #workflow(stage: StageProfile, table: ServiceTable, define: ReturnType<typeof functionsOf>) {
    const timeout = PARTNER_TIMEOUT;
    const own = {
      'reserve-flight': define('reserve-flight', { impact: 'bookings end as internal_error', timeout }),
      'reserve-hotel': define('reserve-hotel', { impact: 'bookings end as internal_error', timeout }),
      'confirm-booking': define('confirm-booking', { impact: 'trips that are paid are not told as confirmed' }),
      'begin-compensation': define('begin-compensation', { impact: 'bookings that fail keep seats, rooms and money' }),
      'cancel-hotel': define('cancel-hotel', { impact: 'rooms of cancelled trips stay taken', timeout }),
      'cancel-flight': define('cancel-flight', { impact: 'seats of cancelled trips stay taken', timeout }),
      'cancel-booking': define('cancel-booking', { impact: 'trips that are undone are not told as cancelled' }),
    };
    for (const driving of Object.values(own)) table.allow(driving, ['GetItem', 'PutItem']);
    const arns = Object.fromEntries([
      ...Object.entries(own).map(([name, { live }]) => [name, live.functionArn] as const),
      ...[AuthorizePayment, CapturePayment, ReversePayment].map(
        (command) => [command.name, commandArn(this, stage, command)] as const,
      ),
    ]);
    const workflow = new Workflow(this, 'booking-workflow', {
      stage,
      service: 'booking',
      type: 'STANDARD',
      definition: bookingWorkflow(arns),
      invokes: Object.values(arns),
      impact: 'bookings end undecided, with seats, rooms or money taken, until they are driven again',
    });
    return {
      workflow,
      asking: {
        airline: [own['reserve-flight'], own['cancel-flight']],
        hotel: [own['reserve-hotel'], own['cancel-hotel']],
      },
    };
  }

  /** The simulated ones are found by the parameter that their own stack leaves; where they are real, put their addresses in these. */
  #findAirlineAndHotel(
    stage: StageProfile,
    asking: Readonly<Record<'airline' | 'hotel', readonly ServiceFunction[]>>,
  ): void {
    const simulated = stage.externalServices === 'simulated';
    for (const [partner, variable] of [
      ['airline', 'AIRLINE_URL_PARAMETER'],
      ['hotel', 'HOTEL_URL_PARAMETER'],
    ] as const) {
      const { owner, name } = simulated
        ? { owner: 'sandbox', name: 'api-url' }
        : { owner: 'booking', name: `${partner}-url` };
      if (!simulated) publishParameter(this, { stage, owner, name, value: `https://${partner}.example` });
      for (const each of asking[partner]) readAtRunTime(each, { stage, owner, name, variable });
    }
  }
}
