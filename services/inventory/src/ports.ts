import type { OrderId, Sku } from '@waypost/contracts';
import type { Change, Reservation } from './domain/reservation.ts';
import type { Stock, StockLevels } from './domain/stock.ts';

/** Stock and reservations, always read as they are at this moment. */
export interface StockStore {
  readonly stockOf: (sku: Sku) => Promise<Stock | undefined>;
  readonly levelsOf: (skus: readonly Sku[]) => Promise<StockLevels>;
  readonly reservationOf: (orderId: OrderId) => Promise<Reservation | undefined>;
  /** The reservation and the levels in one call. */
  readonly reservationAndLevelsOf: (
    orderId: OrderId,
    skus: readonly Sku[],
  ) => Promise<{ readonly reservation?: Reservation; readonly levels: StockLevels }>;
  /** Writes all of a change with its events, or nothing if any of it changed since it was read. */
  readonly save: (change: Change) => Promise<'saved' | 'changed'>;
}

/** Waits before the next try, longer after each lost race. */
export type Pause = (conflicts: number) => Promise<void>;

export interface Ports {
  readonly stock: StockStore;
  readonly pause: Pause;
  /** RFC 3339. */
  readonly now: string;
}

/** Finds expired reservations. */
export interface ExpiredReservations {
  /** Reservations that expired before a time, oldest first, at most `limit`. */
  readonly heldUntil: (then: string, limit: number) => Promise<readonly OrderId[]>;
}
