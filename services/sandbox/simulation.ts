import { flightsOn, SEATS } from './src/domain/trips/flights.ts';
import { hotelsOf, nightsOf, ROOMS } from './src/domain/trips/hotels.ts';
import { cancel, reserve } from './src/app/reserve.ts';
import type { ReservationBooks } from './src/ports.ts';
import { reservationsInMemory } from './test/reservations-in-memory.ts';

export { flightsOn, hotelsOf, type ReservationBooks };

/** An airline and a hotel as a simulation runs them, with books in memory. */
export function partnersSimulation(
  wrap: (books: ReservationBooks) => ReservationBooks = (books) => books,
  { seats = SEATS, rooms = ROOMS }: { readonly seats?: number; readonly rooms?: number } = {},
) {
  const airline = reservationsInMemory(seats);
  const hotel = reservationsInMemory(rooms);
  const [seatBooks, roomBooks] = [wrap(airline.books), wrap(hotel.books)];
  return {
    airline: {
      reserve: (reference: string, flightId: string, quantity: number) =>
        reserve(
          { books: seatBooks },
          { key: `${reference}-flight`, reference, offerId: flightId, units: [flightId], quantity },
        ),
      cancel: (reference: string) => cancel({ books: seatBooks }, `${reference}-flight`),
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
          { books: roomBooks },
          { key: `${reference}-hotel`, reference, offerId: hotelId, units, quantity },
        );
      },
      cancel: (reference: string) => cancel({ books: roomBooks }, `${reference}-hotel`),
      ...hotel,
    },
  };
}
