import { OrderConfirmed, ReleaseStock, ReserveStock, type Sku, type WarehouseId } from '@waypost/contracts';
import { commandFunction, eventFunction, scheduledFunction } from '@waypost/service-kit';
import { type Consumer, dateAt, type Invocation, type SimulatedFunction } from '@waypost/test-kit/simulation';
import { commitStock } from './src/app/commit-stock.ts';
import { expireReservations } from './src/app/expire-reservations.ts';
import { releaseStock } from './src/app/release-stock.ts';
import { reserveStock } from './src/app/reserve-stock.ts';
import { putStock } from './src/app/stock-level.ts';
import type { Ports, StockStore } from './src/ports.ts';
import { stockInMemory } from './test/stock-in-memory.ts';

export type { StockStore };

/** The service as a simulation runs it: its commands and consumers on stock in memory. */
export function inventorySimulation({
  deadLetters,
  holdSeconds,
  stock: wrap = (stock) => stock,
}: {
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  /** Time until a reservation expires. */
  readonly holdSeconds: number;
  /** Swaps in another store, e.g. one with a bug. */
  readonly stock?: (stock: StockStore) => StockStore;
}) {
  const { stock, expired, stocks, reservations, published } = stockInMemory();
  const store = wrap(stock);
  const portsOf = ({ port, sleep, clock }: Invocation): Ports => ({
    stock: port('stock', store),
    pause: (tries) => sleep(20 * 2 ** tries),
    now: clock().toISOString(),
  });

  const functions: Record<string, SimulatedFunction> = {
    [ReserveStock.name]: (payload, invocation) =>
      commandFunction(
        ReserveStock,
        (request) => reserveStock({ ...portsOf(invocation), holdSeconds }, request),
        invocation,
      )(payload),
    [ReleaseStock.name]: (payload, invocation) =>
      commandFunction(ReleaseStock, (request) => releaseStock(portsOf(invocation), request), invocation)(payload),
  };
  const commit: SimulatedFunction = (message, invocation) => {
    const handle = async ({ data }: { data: { orderId: Parameters<typeof commitStock>[1] } }) => {
      await commitStock(portsOf(invocation), data.orderId);
    };
    return eventFunction([OrderConfirmed], handle, { clock: invocation.clock, deadLetters })(message);
  };

  const expire: SimulatedFunction = (event, invocation) => {
    const ports = { ...portsOf(invocation), expired: invocation.port('expired', expired) };
    const handle = async () => void (await expireReservations(ports));
    return scheduledFunction(handle, { clock: invocation.clock, newId: () => 'expiry' })(event);
  };

  const consumers: readonly Consumer[] = [{ name: 'commit-stock', events: [OrderConfirmed.name], run: commit }];
  return {
    functions,
    consumers,
    published,
    stocks,
    reservations,
    expire,
    /** Counts what is there before the simulation begins. */
    count: (sku: Sku, warehouse: WarehouseId, onHand: number) =>
      putStock({ stock, pause: async () => {}, now: dateAt(0).toISOString() }, { sku, warehouse, onHand }),
  };
}
