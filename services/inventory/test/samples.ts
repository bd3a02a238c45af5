import { OrderId, type OrderLine, Sku } from '@waypost/contracts';
import type { Level, Stock } from '../src/domain/stock.ts';

export const TENT = Sku.parse('TENT-RIDGE-2P');
export const STOVE = Sku.parse('STOVE-GAS');
export const LAMP = Sku.parse('LAMP-HEAD');

/** The id of the n-th order of a test. */
export const order = (n: number): OrderId => OrderId.parse(`ord_${n.toString(16).padStart(32, '0')}`);

export const line = (sku: Sku, quantity: number): OrderLine => ({ sku, quantity });

/** When everything happens, and until when what is held then is held. */
export const NOW = '2026-05-04T09:30:00.000Z';
export const UNTIL = '2026-05-04T11:30:00.000Z';
export const HOLD = { now: NOW, until: UNTIL };

/** A product with so many free units in each warehouse. */
export function stocked(sku: Sku, free: { readonly north?: number; readonly south?: number }): Stock {
  const level = (onHand: number): Level => ({ onHand, reserved: 0 });
  return {
    sku,
    warehouses: {
      ...(free.north !== undefined && { north: level(free.north) }),
      ...(free.south !== undefined && { south: level(free.south) }),
    },
    version: 1,
    published: (free.north ?? 0) + (free.south ?? 0) > 0,
  };
}

export const levels = (...stocks: readonly Stock[]): ReadonlyMap<Sku, Stock> =>
  new Map(stocks.map((stock) => [stock.sku, stock]));
