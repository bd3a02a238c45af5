import { type OrderLine, type Sku, type StockPart, WarehouseId } from '@waypost/contracts';
import { freeIn, type StockLevels } from './stock.ts';

export type Allocation =
  | { readonly outcome: 'allocated'; readonly parts: readonly StockPart[] }
  | { readonly outcome: 'out_of_stock'; readonly skus: readonly Sku[] };

/**
 * Decides which warehouse sends what: as few warehouses as possible, ties to the one with more left. Within them a line
 * is split only where none has it whole. Every product that is short is named, not only the first.
 */
export function allocate(lines: readonly OrderLine[], levels: StockLevels): Allocation {
  const free = (warehouse: WarehouseId, sku: Sku): number => {
    const stock = levels.get(sku);
    return stock ? freeIn(stock, warehouse) : 0;
  };
  const freeAt = (warehouses: readonly WarehouseId[], sku: Sku): number =>
    warehouses.reduce((sum, warehouse) => sum + free(warehouse, sku), 0);

  const short = lines.filter(({ sku, quantity }) => freeAt(WarehouseId.options, sku) < quantity);
  if (short.length > 0) return { outcome: 'out_of_stock', skus: short.map(({ sku }) => sku) };

  const left = (warehouses: readonly WarehouseId[]): number =>
    lines.reduce((sum, { sku }) => sum + freeAt(warehouses, sku), 0);
  const senders = selectionsOf(WarehouseId.options)
    .filter((warehouses) => lines.every(({ sku, quantity }) => freeAt(warehouses, sku) >= quantity))
    .toSorted((one, other) => one.length - other.length || left(other) - left(one))
    .at(0);

  const pieces = lines.flatMap((line) => piecesOf(line, senders ?? WarehouseId.options, free));
  const parts = WarehouseId.options
    .map((warehouse) => ({ warehouse, lines: pieces.filter((piece) => piece.warehouse === warehouse) }))
    .filter((part) => part.lines.length > 0)
    .map((part) => ({ ...part, lines: part.lines.map(({ sku, quantity }) => ({ sku, quantity })) }));
  return { outcome: 'allocated', parts };
}

/** Fills a line from the warehouse that has most of it, then from the next, so that no line is split more than needed. */
function piecesOf(
  { sku, quantity }: OrderLine,
  senders: readonly WarehouseId[],
  free: (warehouse: WarehouseId, sku: Sku) => number,
): readonly (OrderLine & { readonly warehouse: WarehouseId })[] {
  let missing = quantity;
  return senders
    .toSorted((one, other) => free(other, sku) - free(one, sku))
    .map((warehouse) => {
      const taken = Math.min(missing, free(warehouse, sku));
      missing -= taken;
      return { warehouse, sku, quantity: taken };
    })
    .filter((piece) => piece.quantity > 0);
}

/** Every selection of the warehouses but the empty one; there are few, so all are tried. */
function selectionsOf(warehouses: readonly WarehouseId[]): readonly (readonly WarehouseId[])[] {
  const selections: (readonly WarehouseId[])[] = [[]];
  for (const warehouse of warehouses) {
    selections.push(...selections.map((selection) => [...selection, warehouse]));
  }
  return selections.filter(({ length }) => length > 0);
}
