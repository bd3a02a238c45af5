import type { Reservation } from '../src/domain/trips/reservation.ts';
import type { ReservationRecords } from '../src/ports.ts';

/** Reservations with the same conditions as the table, and the reserved quantity of each unit. */
export function reservationsInMemory(capacity: number): {
  readonly records: ReservationRecords;
  readonly taken: ReadonlyMap<string, number>;
  readonly all: ReadonlyMap<string, Reservation>;
} {
  const kept = new Map<string, Reservation>();
  const taken = new Map<string, number>();
  const count = ({ units, quantity }: Reservation, sign: 1 | -1) => {
    for (const unit of units) taken.set(unit, (taken.get(unit) ?? 0) + sign * quantity);
  };
  return {
    taken,
    all: kept,
    records: {
      of: async (key) => kept.get(key),
      take: async (reservation) => {
        if (kept.has(reservation.key)) return 'changed';
        if (reservation.units.some((unit) => (taken.get(unit) ?? 0) + reservation.quantity > capacity)) return 'full';
        kept.set(reservation.key, reservation);
        count(reservation, 1);
        return 'kept';
      },
      release: async (cancelled, there) => {
        if (kept.get(cancelled.key) !== there) return 'changed';
        kept.set(cancelled.key, cancelled);
        count(cancelled, -1);
        return 'kept';
      },
      reservations: async (reference) =>
        [...kept.values()].filter((each) => !reference || each.reference === reference),
    },
  };
}
