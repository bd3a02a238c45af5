import type {
  OrderId,
  ReleaseStockRequest,
  ReleaseStockResult,
  ReserveStockRequest,
  ReserveStockResult,
  ReturnId,
  Sku,
  StockPart,
} from '@waypost/contracts';
import { allocate } from './allocate.ts';
import {
  freeIn,
  hold as promise,
  releaseUnits,
  moved,
  neverCounted,
  restockUnits,
  sell,
  sellUnheld,
  type StockChange,
  type StockLevels,
} from './stock.ts';

/**
 * Stock that an order reserved or bought. `released` without parts is a tombstone: the release came first and rejects
 * the late reservation. `expired` holds nothing, and can be reserved again with the same parts.
 */
export interface Reservation {
  readonly orderId: OrderId;
  readonly status: 'held' | 'expired' | 'released' | 'committed';
  /** The newest drive of the order's workflow that asked. */
  readonly attempt: number;
  readonly parts: readonly StockPart[];
  /**
   * Expiry of the reservation in RFC 3339. It is later than the longest wait of an order, so only an abandoned
   * reservation expires.
   */
  readonly heldUntil: string;
  /** Returned items, after the sale. */
  readonly returned?: readonly ReturnId[];
  /** The version that was read; 0 for one that is not written yet. */
  readonly version: number;
}

/** Items that change together or not at all, each only if it is still at the version that was read. */
export interface Change {
  readonly reservation?: Reservation;
  readonly stocks: readonly StockChange[];
}

/** Result of a command, with the change to write, if there is one. */
export interface Decision<Result> {
  readonly result: Result;
  readonly change?: Change;
}

export const skusOf = (parts: readonly StockPart[]): readonly Sku[] => [
  ...new Set(parts.flatMap(({ lines }) => lines.map(({ sku }) => sku))),
];

/** From when until when units are held. */
export interface Hold {
  readonly now: string;
  readonly until: string;
}

/**
 * Reserves every line or none. A repeated request extends the reservation. An expired one is reserved again with the
 * same parts or not at all, because shipments may be arranged for them. A released one stays released.
 */
export function decideReserve(
  earlier: Reservation | undefined,
  levels: StockLevels,
  { orderId, attempt, lines }: ReserveStockRequest,
  hold: Hold,
): Decision<ReserveStockResult> {
  if (earlier && attempt < earlier.attempt) return { result: { outcome: 'rejected', reason: 'newer_attempt' } };
  if (earlier?.status === 'released') {
    return { result: { outcome: 'rejected', reason: 'released' }, ...raisedTo(attempt, earlier) };
  }
  if (earlier?.status === 'expired') return heldAgain(earlier, levels, attempt, hold);
  if (earlier) return { result: reserved(earlier.parts), ...heldLonger(earlier, attempt, hold) };

  const allocation = allocate(lines, levels);
  if (allocation.outcome === 'out_of_stock') return { result: { ...allocation, skus: [...allocation.skus] } };
  const { parts } = allocation;
  return {
    result: reserved(parts),
    change: {
      reservation: { orderId, status: 'held', attempt, parts, heldUntil: hold.until, version: 0 },
      stocks: moved(levels, parts, promise),
    },
  };
}

/**
 * Releases the units that an order reserved, or restocks the units that it bought. Without a reservation, it leaves a
 * tombstone.
 */
export function decideRelease(
  earlier: Reservation | undefined,
  levels: StockLevels,
  { orderId, attempt }: ReleaseStockRequest,
  now: string,
): Decision<ReleaseStockResult> {
  if (!earlier) {
    const tombstone: Reservation = { orderId, status: 'released', attempt, parts: [], heldUntil: now, version: 0 };
    return { result: { outcome: 'nothing_reserved' }, change: { reservation: tombstone, stocks: [] } };
  }
  if (attempt < earlier.attempt) return { result: { outcome: 'rejected', reason: 'newer_attempt' } };
  if (earlier.status === 'released') {
    const outcome = earlier.parts.length > 0 ? 'released' : 'nothing_reserved';
    return { result: { outcome }, ...raisedTo(attempt, earlier) };
  }
  if (earlier.status === 'expired') {
    const released: Reservation = { ...earlier, status: 'released', attempt, parts: [] };
    return { result: { outcome: 'nothing_reserved' }, change: { reservation: released, stocks: [] } };
  }
  return {
    result: { outcome: 'released' },
    change: {
      reservation: { ...earlier, status: 'released', attempt },
      stocks: moved(levels, earlier.parts, earlier.status === 'held' ? releaseUnits : restockUnits),
    },
  };
}

export type CommitResult = 'committed' | 'committed_before' | 'released_before' | 'never_held';

/** Takes what was sold off the shelf, once. A cancellation may have come first: then it stays where it is. */
export function decideCommit(earlier: Reservation | undefined, levels: StockLevels): Decision<CommitResult> {
  if (!earlier) return { result: 'never_held' };
  switch (earlier.status) {
    case 'committed':
      return { result: 'committed_before' };
    case 'released':
      return { result: 'released_before' };
    case 'held':
    case 'expired':
      // A sale counts even if its reservation expired first: then another order may have reserved the same units.
      return {
        result: 'committed',
        change: {
          reservation: { ...earlier, status: 'committed' },
          stocks: moved(levels, earlier.parts, earlier.status === 'held' ? sell : sellUnheld),
        },
      };
  }
}

export type ReturnResult = 'returned' | 'returned_before' | 'not_sold';

/** Restocks returned items in the warehouse that received them, once. */
export function decideReturn(
  earlier: Reservation | undefined,
  levels: StockLevels,
  { returnId, part }: { readonly returnId: ReturnId; readonly part: StockPart },
): Decision<ReturnResult> {
  if (earlier?.status !== 'committed') return { result: 'not_sold' };
  const { returned = [] } = earlier;
  if (returned.includes(returnId)) return { result: 'returned_before' };
  return {
    result: 'returned',
    change: {
      reservation: { ...earlier, returned: [...returned, returnId] },
      stocks: moved(levels, [part], restockUnits),
    },
  };
}

/** Releases an expired reservation. */
export function decideExpire(
  earlier: Reservation | undefined,
  levels: StockLevels,
  now: string,
): Decision<'expired' | 'not_due'> {
  if (earlier?.status !== 'held' || earlier.heldUntil > now) return { result: 'not_due' };
  return {
    result: 'expired',
    change: { reservation: { ...earlier, status: 'expired' }, stocks: moved(levels, earlier.parts, releaseUnits) },
  };
}

function heldAgain(
  earlier: Reservation,
  levels: StockLevels,
  attempt: number,
  hold: Hold,
): Decision<ReserveStockResult> {
  const short = earlier.parts.flatMap(({ warehouse, lines }) =>
    lines.filter(({ sku, quantity }) => freeIn(levels.get(sku) ?? neverCounted(sku), warehouse) < quantity),
  );
  if (short.length > 0) return { result: { outcome: 'out_of_stock', skus: short.map(({ sku }) => sku) } };
  return {
    result: reserved(earlier.parts),
    change: {
      reservation: { ...earlier, status: 'held', attempt, heldUntil: hold.until },
      stocks: moved(levels, earlier.parts, promise),
    },
  };
}

/** Written only where it matters: for a newer attempt, or when half of the time is over. */
function heldLonger(earlier: Reservation, attempt: number, { now, until }: Hold): { change?: Change } {
  const half = Date.parse(until) - (Date.parse(until) - Date.parse(now)) / 2;
  const isDue = earlier.status === 'held' && Date.parse(earlier.heldUntil) < half;
  if (attempt <= earlier.attempt && !isDue) return {};
  return { change: { reservation: { ...earlier, attempt, ...(isDue && { heldUntil: until }) }, stocks: [] } };
}

const reserved = (parts: readonly StockPart[]): ReserveStockResult => ({ outcome: 'reserved', parts: [...parts] });

/** Notes a newer attempt, so that from now on the older ones are rejected. */
function raisedTo(attempt: number, earlier: Reservation): { change?: Change } {
  return attempt > earlier.attempt ? { change: { reservation: { ...earlier, attempt }, stocks: [] } } : {};
}
