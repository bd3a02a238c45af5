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
  ListDestinations,
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

    const destinations = define('list-destinations', {
      impact: 'the trips page shows no destinations',
      timeout: PARTNER_TIMEOUT,
    });
    const flights = define('list-flights', { impact: 'shoppers find no flights', timeout: PARTNER_TIMEOUT });
    const hotels = define('list-hotels', { impact: 'shoppers find no hotels', timeout: PARTNER_TIMEOUT });
    const book = define('book-trip', { impact: 'shoppers cannot book trips', timeout: PARTNER_TIMEOUT });
    const get = define('get-booking', { impact: 'shoppers cannot see the status of a trip' });
    const list = define('list-bookings', { impact: 'shoppers cannot list their trips' });
    const start = define('start-booking-workflow', {
      impact: 'bookings stay PENDING until the sweeper starts their workflows',
    });
    const relay = define('relay-outbox', { impact: 'bookings are placed but not processed' });
    const sweep = define('sweep-bookings', {
      impact: 'bookings whose workflow failed stay pending, with seats and rooms reserved or payments authorized',
      timeout: Duration.minutes(1),
    });
    const redrive = define('redrive-booking', { impact: 'operators cannot redrive parked orders or bookings' });
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
    });
    const { deadLetters } = new ScheduledJob(this, 'Sweep', {
      stage,
      every: Duration.minutes(1),
      function: sweep,
      impact: 'parked bookings are compensated only in part',
      firstAction: 'read the reason, then run npm run redrive -- <bookingId>',
    });
    deadLetters.acceptMessagesFrom(redrive);

    const { workflow, asking } = this.#workflow(stage, table, define);
    this.#findAirlineAndHotel(stage, {
      airline: [destinations, flights, book, ...asking.airline],
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
        [ListDestinations, destinations],
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
      'reserve-flight': define('reserve-flight', { impact: 'bookings are cancelled with internal_error', timeout }),
      'reserve-hotel': define('reserve-hotel', { impact: 'bookings are cancelled with internal_error', timeout }),
      'confirm-booking': define('confirm-booking', { impact: 'paid trips are not confirmed' }),
      'begin-compensation': define('begin-compensation', {
        impact: 'failed bookings keep their seats, rooms and payments',
      }),
      'cancel-hotel': define('cancel-hotel', { impact: 'rooms of cancelled trips stay reserved', timeout }),
      'cancel-flight': define('cancel-flight', { impact: 'seats of cancelled trips stay reserved', timeout }),
      'cancel-booking': define('cancel-booking', { impact: 'compensated trips are not shown as cancelled' }),
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
      impact: 'bookings stay pending, with seats, rooms or payments taken, until the sweeper redrives them',
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
