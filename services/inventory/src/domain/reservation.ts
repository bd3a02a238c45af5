import type {
  OrderId,
  ReleaseStockRequest,
  ReleaseStockResult,
  ReserveStockRequest,
  ReserveStockResult,
  Sku,
  StockPart,
} from '@waypost/contracts';
import { allocate } from './allocate.ts';
import { hold, letGo, moved, putBack, sell, type StockChange, type StockLevels } from './stock.ts';

/**
 * What an order has of the stock. `released` without parts is a tombstone: the release came first, and refuses the late
 * original.
 */
export interface Reservation {
  readonly orderId: OrderId;
  readonly status: 'held' | 'released' | 'committed';
  /** The newest drive of the order's workflow that asked. */
  readonly attempt: number;
  readonly parts: readonly StockPart[];
  /** The version that was read; 0 for one that is not written yet. */
  readonly version: number;
}

/** Items that change together or not at all, each only if it is still at the version that was read. */
export interface Change {
  readonly reservation?: Reservation;
  readonly stocks: readonly StockChange[];
}

/** What to answer, once the change (if any) is written. */
export interface Decision<Result> {
  readonly result: Result;
  readonly change?: Change;
}

export const skusOf = (parts: readonly StockPart[]): readonly Sku[] => [
  ...new Set(parts.flatMap(({ lines }) => lines.map(({ sku }) => sku))),
];

/** Holds every line or none. What was held before is answered again; what was let go stays let go. */
export function decideReserve(
  earlier: Reservation | undefined,
  levels: StockLevels,
  { orderId, attempt, lines }: ReserveStockRequest,
): Decision<ReserveStockResult> {
  if (earlier && attempt < earlier.attempt) return { result: { outcome: 'refused', because: 'newer_attempt' } };
  if (earlier?.status === 'released') {
    return { result: { outcome: 'refused', because: 'released' }, ...raisedTo(attempt, earlier) };
  }
  if (earlier) return { result: reserved(earlier.parts), ...raisedTo(attempt, earlier) };

  const allocation = allocate(lines, levels);
  if (allocation.outcome === 'out_of_stock') return { result: { ...allocation, skus: [...allocation.skus] } };
  const { parts } = allocation;
  return {
    result: reserved(parts),
    change: {
      reservation: { orderId, status: 'held', attempt, parts, version: 0 },
      stocks: moved(levels, parts, hold),
    },
  };
}

/** Gives back what an order holds or was sold; where nothing is held, it leaves a tombstone. */
export function decideRelease(
  earlier: Reservation | undefined,
  levels: StockLevels,
  { orderId, attempt }: ReleaseStockRequest,
): Decision<ReleaseStockResult> {
  if (!earlier) {
    const tombstone: Reservation = { orderId, status: 'released', attempt, parts: [], version: 0 };
    return { result: { outcome: 'nothing_held' }, change: { reservation: tombstone, stocks: [] } };
  }
  if (attempt < earlier.attempt) return { result: { outcome: 'refused', because: 'newer_attempt' } };
  if (earlier.status === 'released') {
    const outcome = earlier.parts.length > 0 ? 'released' : 'nothing_held';
    return { result: { outcome }, ...raisedTo(attempt, earlier) };
  }
  return {
    result: { outcome: 'released' },
    change: {
      reservation: { ...earlier, status: 'released', attempt },
      stocks: moved(levels, earlier.parts, earlier.status === 'held' ? letGo : putBack),
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
      return {
        result: 'committed',
        change: {
          reservation: { ...earlier, status: 'committed' },
          stocks: moved(levels, earlier.parts, sell),
        },
      };
  }
}

const reserved = (parts: readonly StockPart[]): ReserveStockResult => ({ outcome: 'reserved', parts: [...parts] });

/** Notes a newer attempt, so that from now on the older ones are refused. */
function raisedTo(attempt: number, earlier: Reservation): { change?: Change } {
  return attempt > earlier.attempt ? { change: { reservation: { ...earlier, attempt }, stocks: [] } } : {};
}
