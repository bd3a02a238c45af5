import { answerTo, type Client } from './client.ts';
import type { components as Booking, operations } from './generated/booking.ts';

export type Flight = Booking['schemas']['Flight'];
export type Hotel = Booking['schemas']['Hotel'];
export type Trip = Booking['schemas']['Booking'];
export type TripStatus = Trip['status'];
export type TripSummary = Booking['schemas']['BookingSummary'];
export type City = Flight['from'];
export type BookTripRequest = operations['bookTrip']['requestBody']['content']['application/json'];

/** A trip as of one moment. */
export interface TripProgress {
  readonly trip: Trip;
  /** Milliseconds until the next poll. Absent when the trip has a final status. */
  readonly lookAgainIn: number | undefined;
}

const WITHOUT_RETRY_AFTER = 2000;

/** Client of the trips API. */
export function createTrips(client: Client) {
  return {
    async listFlights(query: { from: City; to: City; date: string }, signal?: AbortSignal) {
      return (await answerTo(client.GET('/flights', { params: { query }, ...until(signal) }))).body.items;
    },

    async listDestinations(from: City, signal?: AbortSignal) {
      const query = { from };
      return (await answerTo(client.GET('/destinations', { params: { query }, ...until(signal) }))).body.items;
    },

    async listHotels(query: { city: City; checkIn: string; checkOut: string }, signal?: AbortSignal) {
      return (await answerTo(client.GET('/hotels', { params: { query }, ...until(signal) }))).body.items;
    },

    async bookTrip(body: BookTripRequest, idempotencyKey: string) {
      const params = { header: { 'Idempotency-Key': idempotencyKey } };
      return (await answerTo(client.POST('/bookings', { params, body }))).body;
    },

    async listTrips(cursor: string | undefined, signal?: AbortSignal) {
      const query = { ...(cursor && { cursor }), limit: 20 };
      return (await answerTo(client.GET('/bookings', { params: { query }, ...until(signal) }))).body;
    },

    async readTrip(id: string, signal?: AbortSignal): Promise<TripProgress> {
      const request = client.GET('/bookings/{id}', { params: { path: { id } }, ...until(signal) });
      const { body: trip, lookAgainIn } = await answerTo(request);
      const isPending = trip.status === 'PENDING';
      return { trip, lookAgainIn: lookAgainIn ?? (isPending ? WITHOUT_RETRY_AFTER : undefined) };
    },
  };
}

const until = (signal: AbortSignal | undefined) => (signal ? { signal } : {});
