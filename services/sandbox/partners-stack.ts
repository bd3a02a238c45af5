import {
  type functionsOf,
  QueueConsumer,
  type ServiceFunction,
  type ServiceTable,
  type StageProfile,
} from '@waypost/cdk-kit';
import { GetAirlineRecords, GetHotelRecords, type RouteContract } from '@waypost/contracts';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  AirlineFares,
  AirlineFlight,
  AirlineFlights,
  CancelRooms,
  CancelSeats,
  HotelHotel,
  HotelHotels,
  ReserveRooms,
  ReserveSeats,
} from './src/trip-routes.ts';

/** Parcels are booked and recalled by the shop, and move by themselves: each step waits in a queue for its time. */
export function carrierOf(
  scope: Construct,
  stage: StageProfile,
  table: ServiceTable,
  define: ReturnType<typeof functionsOf>,
): Readonly<Record<'book' | 'recall' | 'records', ServiceFunction>> {
  // A slow carrier takes 6 seconds, and then as long as ever.
  const timeout = Duration.seconds(12);
  const book = define('book-parcel', {
    impact: 'packed parcels are not picked up',
    timeout,
    environment: { PARCEL_STEP_SECONDS: String(stage.parcelStep.toSeconds()) },
  });
  const recall = define('recall-parcels', { impact: 'shoppers cannot cancel packed orders', timeout });
  const records = define('get-carrier-records', { impact: "operators and tests cannot read the carrier's records" });
  const move = define('move-parcel', { impact: 'parcels do not move' });
  for (const changing of [book, recall]) table.allow(changing, ['GetItem', 'PutItem', 'Query', 'UpdateItem']);
  table.allow(move, ['GetItem', 'PutItem']);
  for (const reading of [book, records]) table.allowIndex(reading, 'records');
  new QueueConsumer(scope, 'Moves', {
    stage,
    function: move,
  }).acceptMessagesFrom(book);
  return { book, recall, records };
}

/** The airline and the hotel: their offers are computed from the calendar, their availability from the reservations. */
export function tripsOf(
  table: ServiceTable,
  define: ReturnType<typeof functionsOf>,
): readonly (readonly [RouteContract, ServiceFunction])[] {
  const timeout = Duration.seconds(12);
  const offers: readonly (readonly [RouteContract, ServiceFunction])[] = [
    [AirlineFlights, define('list-flights', { impact: 'shoppers find no flights' })],
    [AirlineFares, define('list-fares', { impact: 'shoppers see no destinations on the trips page' })],
    [AirlineFlight, define('get-flight', { impact: 'shoppers cannot book trips' })],
    [HotelHotels, define('list-hotels', { impact: 'shoppers find no hotels' })],
    [HotelHotel, define('get-hotel', { impact: 'shoppers cannot book trips' })],
  ];
  const reserving: readonly (readonly [RouteContract, ServiceFunction])[] = [
    [ReserveSeats, define('reserve-seats', { impact: 'no flight can be reserved', timeout })],
    [CancelSeats, define('cancel-seats', { impact: 'seats of cancelled trips stay reserved', timeout })],
    [ReserveRooms, define('reserve-rooms', { impact: 'no hotel can be reserved', timeout })],
    [CancelRooms, define('cancel-rooms', { impact: 'rooms of cancelled trips stay reserved', timeout })],
  ];
  for (const [, changing] of reserving) table.allow(changing, ['GetItem', 'PutItem', 'Query', 'UpdateItem']);
  const records: readonly (readonly [RouteContract, ServiceFunction])[] = [
    [
      GetAirlineRecords,
      define('get-airline-records', { impact: "operators and tests cannot read the airline's records" }),
    ],
    [GetHotelRecords, define('get-hotel-records', { impact: "operators and tests cannot read the hotel's records" })],
  ];
  for (const [, reading] of records) table.allowIndex(reading, 'records');
  return [...offers, ...reserving, ...records];
}
