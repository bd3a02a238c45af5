import { flightsOn, SEATS } from './src/domain/trips/flights.ts';
import { hotelsOf, nightsOf, ROOMS } from './src/domain/trips/hotels.ts';
import { cancel, reserve } from './src/app/reserve.ts';
import type { ReservationRecords } from './src/ports.ts';
import { reservationsInMemory } from './test/reservations-in-memory.ts';

export { flightsOn, hotelsOf, type ReservationRecords };

/** An airline and a hotel as a simulation runs them, with records in memory. */
export function partnersSimulation(
  wrap: (records: ReservationRecords) => ReservationRecords = (records) => records,
  { seats = SEATS, rooms = ROOMS }: { readonly seats?: number; readonly rooms?: number } = {},
) {
  const airline = reservationsInMemory(seats);
  const hotel = reservationsInMemory(rooms);
  const [seatRecords, roomRecords] = [wrap(airline.records), wrap(hotel.records)];
  return {
    airline: {
      reserve: (reference: string, flightId: string, quantity: number) =>
        reserve(
          { records: seatRecords },
          { key: `${reference}-flight`, reference, offerId: flightId, units: [flightId], quantity },
        ),
      cancel: (reference: string) => cancel({ records: seatRecords }, `${reference}-flight`),
      ...airline,
    },
    hotel: {
      reserve: (
        reference: string,
        {
          hotelId,
          checkIn,
          checkOut,
        }: { readonly hotelId: string; readonly checkIn: string; readonly checkOut: string },
        quantity: number,
      ) => {
        const units = nightsOf(checkIn, checkOut).map((night) => `${hotelId}#${night}`);
        return reserve(
          { records: roomRecords },
          { key: `${reference}-hotel`, reference, offerId: hotelId, units, quantity },
        );
      },
      cancel: (reference: string) => cancel({ records: roomRecords }, `${reference}-hotel`),
      ...hotel,
    },
  };
}
