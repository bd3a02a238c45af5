import type { Booking, ParcelCarrier } from '../src/ports.ts';

/** A carrier that takes back what it has not picked up, and what it was asked. */
export function carrierInMemory(pickedUp: readonly string[] = []): ParcelCarrier & {
  readonly booked: Booking[];
  readonly recalled: Set<string>;
} {
  const booked: Booking[] = [];
  const recalled = new Set<string>();
  return {
    booked,
    recalled,
    book: (booking) => {
      if (recalled.has(booking.shipmentId)) return Promise.resolve('recalled');
      booked.push(booking);
      return Promise.resolve('booked');
    },
    recall: (ids) => {
      if (ids.some((id) => pickedUp.includes(id))) return Promise.resolve('left');
      for (const id of ids) recalled.add(id);
      return Promise.resolve('recalled');
    },
  };
}
