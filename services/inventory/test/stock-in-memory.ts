import type { DomainEvent, OrderId, Sku } from '@waypost/contracts';
import { NOW } from './samples.ts';
import type { Reservation } from '../src/domain/reservation.ts';
import type { Stock, StockLevels } from '../src/domain/stock.ts';
import type { ExpiredReservations, Ports, StockStore } from '../src/ports.ts';

/** The stock of a test: what the table would hold, rejected as the table would, and what the outbox would tell. */
export interface StockInMemory extends Ports {
  readonly holdSeconds: number;
  readonly expired: ExpiredReservations;
  readonly stocks: Map<Sku, Stock>;
  readonly reservations: Map<OrderId, Reservation>;
  readonly published: DomainEvent[];
}

/** @param beforeSave what happens before a write lands; tests let others come in between. */
export function stockInMemory(beforeSave: () => Promise<void> = async () => {}): StockInMemory {
  const stocks = new Map<Sku, Stock>();
  const reservations = new Map<OrderId, Reservation>();
  const published: DomainEvent[] = [];

  const levelsOf = async (skus: readonly Sku[]): Promise<StockLevels> =>
    new Map(
      skus.flatMap((sku) => {
        const stock = stocks.get(sku);
        return stock ? [[sku, stock] as const] : [];
      }),
    );
  const reservationOf = async (orderId: OrderId) => reservations.get(orderId);

  const stock: StockStore = {
    stockOf: async (sku) => stocks.get(sku),
    levelsOf,
    reservationOf,
    reservationAndLevelsOf: async (orderId, skus) => {
      const reservation = await reservationOf(orderId);
      return { ...(reservation && { reservation }), levels: await levelsOf(skus) };
    },
    save: async ({ reservation, stocks: changes }) => {
      await beforeSave();
      const isFresh =
        (!reservation || (reservations.get(reservation.orderId)?.version ?? 0) === reservation.version) &&
        changes.every((change) => (stocks.get(change.stock.sku)?.version ?? 0) === change.stock.version);
      if (!isFresh) return 'changed';
      if (reservation) reservations.set(reservation.orderId, { ...reservation, version: reservation.version + 1 });
      for (const change of changes) {
        stocks.set(change.stock.sku, { ...change.stock, version: change.stock.version + 1 });
        published.push(...change.events);
      }
      return 'saved';
    },
  };
  const expired: ExpiredReservations = {
    heldUntil: async (then, limit) =>
      [...reservations.values()]
        .filter(({ status, heldUntil }) => status === 'held' && heldUntil < then)
        .slice(0, limit)
        .map(({ orderId }) => orderId),
  };
  return { stock, expired, pause: async () => {}, now: NOW, holdSeconds: 7200, stocks, reservations, published };
}
