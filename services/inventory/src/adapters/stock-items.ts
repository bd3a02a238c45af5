import { OrderId, ReturnId, Sku, StockPart } from '@waypost/contracts';
import { OUTBOX_ATTRIBUTE, outbox, type MessageContext } from '@waypost/service-kit';
import * as z from 'zod';
import type { Reservation } from '../domain/reservation.ts';
import type { Stock, StockChange } from '../domain/stock.ts';

/** Time for which a settled reservation rejects late requests: as long as the names of executions are kept. */
const KEPT_SECONDS = 90 * 24 * 60 * 60;

const Level = z.object({ onHand: z.number(), reserved: z.number() });

const StockItem = z.object({
  sku: Sku,
  warehouses: z.object({ north: Level.exactOptional(), south: Level.exactOptional() }),
  version: z.number(),
  published: z.boolean().exactOptional(),
});

const ReservationItem = z.object({
  orderId: OrderId,
  status: z.enum(['held', 'expired', 'released', 'committed']),
  attempt: z.number(),
  parts: z.array(StockPart),
  heldUntil: z.string(),
  returned: z.array(ReturnId).exactOptional(),
  version: z.number(),
});

export const stockKey = (sku: Sku) => ({ pk: `stock#${sku}`, sk: 'stock' });
export const reservationKey = (orderId: OrderId) => ({ pk: `order#${orderId}`, sk: 'reservation' });

export const isStock = ({ sk }: Readonly<Record<string, unknown>>): boolean => sk === 'stock';

export const stockOfItem = (item: Readonly<Record<string, unknown>>): Stock => StockItem.parse(item);

export const reservationOfItem = (item: Readonly<Record<string, unknown>>): Reservation => ReservationItem.parse(item);

export function itemOfStock({ stock, events }: StockChange, context: MessageContext) {
  return {
    ...stockKey(stock.sku),
    ...stock,
    version: stock.version + 1,
    ...(events.length > 0 && { [OUTBOX_ATTRIBUTE]: outbox(events, context) }),
  };
}

/** All that is held is one partition of its index: 1,000 writes a second, which few shops need. */
export const HELD = 'held';

/**
 * A reservation with held units is kept until it is released, because its units would stay reserved. A settled one
 * expires.
 */
export function itemOfReservation(reservation: Reservation, { now }: MessageContext) {
  return {
    ...reservationKey(reservation.orderId),
    ...reservation,
    version: reservation.version + 1,
    ...(reservation.status === 'held'
      ? { expirypk: HELD, expirysk: `${reservation.heldUntil}#${reservation.orderId}` }
      : { expiresAt: Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS }),
  };
}
