import {
  type OrderLine,
  type Sku,
  StockAvailabilityChanged,
  type StockPart,
  WarehouseId,
  type DomainEvent,
} from '@waypost/contracts';

/** Stock of one product in one warehouse, in units. */
export interface Level {
  readonly onHand: number;
  readonly reserved: number;
}

/** One product's stock in every warehouse that ever counted it. */
export interface Stock {
  readonly sku: Sku;
  readonly warehouses: Readonly<Partial<Record<WarehouseId, Level>>>;
  /** Version that was read; 0 for a product that was never counted. */
  readonly version: number;
  /** Availability that was published last; undefined for a product that was never counted. */
  readonly published?: boolean;
}

export type StockLevels = ReadonlyMap<Sku, Stock>;

/** Next state of a stock and its events, to be written together. */
export interface StockChange {
  readonly stock: Stock;
  readonly events: readonly DomainEvent[];
}

/** Changes of a level when units move. */
export type Move = (level: Level, quantity: number) => Level;

const NOTHING: Level = { onHand: 0, reserved: 0 };

export const neverCounted = (sku: Sku): Stock => ({ sku, warehouses: {}, version: 0 });

export const levelOf = (stock: Stock, warehouse: WarehouseId): Level => stock.warehouses[warehouse] ?? NOTHING;

/** Units that one warehouse may still promise. A count below what is reserved leaves none, never fewer. */
export function freeIn(stock: Stock, warehouse: WarehouseId): number {
  const { onHand, reserved } = levelOf(stock, warehouse);
  return Math.max(0, onHand - reserved);
}

/** Σ(onHand − reserved); below 0 when less was counted than is reserved. */
export function availableOf(stock: Stock): number {
  return WarehouseId.options
    .map((warehouse) => levelOf(stock, warehouse))
    .reduce((sum, { onHand, reserved }) => sum + onHand - reserved, 0);
}

export const hold: Move = ({ onHand, reserved }, quantity) => ({ onHand, reserved: reserved + quantity });

export const releaseUnits: Move = ({ onHand, reserved }, quantity) => ({ onHand, reserved: reserved - quantity });

/** Less may have been counted than was reserved: what isn't there can't leave. */
export const sell: Move = ({ onHand, reserved }, quantity) => ({
  onHand: Math.max(0, onHand - quantity),
  reserved: reserved - quantity,
});

/** Units that left without a reservation. */
export const sellUnheld: Move = ({ onHand, reserved }, quantity) => ({
  onHand: Math.max(0, onHand - quantity),
  reserved,
});

export const restockUnits: Move = ({ onHand, reserved }, quantity) => ({ onHand: onHand + quantity, reserved });

/** Moves the units that an order has in each warehouse. */
export function moved(levels: StockLevels, parts: readonly StockPart[], move: Move): readonly StockChange[] {
  const next = new Map<Sku, Stock>();
  const moveLine = (warehouse: WarehouseId, { sku, quantity }: OrderLine) => {
    const stock = next.get(sku) ?? levels.get(sku) ?? neverCounted(sku);
    next.set(sku, withLevel(stock, warehouse, move(levelOf(stock, warehouse), quantity)));
  };
  for (const { warehouse, lines } of parts) for (const line of lines) moveLine(warehouse, line);
  return [...next.values()].map(withNews);
}

/** Takes over what was counted in one warehouse; what is reserved stays reserved. */
export function counted(stock: Stock, warehouse: WarehouseId, onHand: number): StockChange {
  return withNews(withLevel(stock, warehouse, { ...levelOf(stock, warehouse), onHand }));
}

function withLevel(stock: Stock, warehouse: WarehouseId, level: Level): Stock {
  return { ...stock, warehouses: { ...stock.warehouses, [warehouse]: level } };
}

/** Adds the event for a change of the availability, by the units that can still be reserved. */
function withNews(stock: Stock): StockChange {
  const available = WarehouseId.options.some((warehouse) => freeIn(stock, warehouse) > 0);
  if (available === stock.published) return { stock, events: [] };
  const news = StockAvailabilityChanged.build(stock.sku, {
    sku: stock.sku,
    available,
    stockVersion: stock.version + 1,
  });
  return { stock: { ...stock, published: available }, events: [news] };
}
