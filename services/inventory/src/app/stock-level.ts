import {
  type LookUpStockRequest,
  type LookUpStockResult,
  type Sku,
  type StockLevel,
  WarehouseId,
} from '@waypost/contracts';
import { ProblemError } from '@waypost/service-kit';
import { availableOf, counted, neverCounted, type Stock } from '../domain/stock.ts';
import type { Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/**
 * Stock of a product.
 *
 * @throws ProblemError 404 for a product that was never counted.
 */
export async function getStock({ stock }: Pick<Ports, 'stock'>, sku: Sku): Promise<StockLevel> {
  const found = await stock.stockOf(sku);
  if (!found) throw new ProblemError('not-found', `The product ${sku} has no stock level.`);
  return asTold(found);
}

/** Available units of some products, for display. Nothing is reserved. */
export async function lookUpStock(
  { stock }: Pick<Ports, 'stock'>,
  { skus }: LookUpStockRequest,
): Promise<LookUpStockResult> {
  const levels = await stock.levelsOf([...new Set(skus)]);
  return { outcome: 'found', levels: [...levels].map(([sku, level]) => ({ sku, available: availableOf(level) })) };
}

/** Takes over what was counted in one warehouse. */
export function putStock(
  ports: Ports,
  { sku, warehouse, onHand }: { sku: Sku; warehouse: WarehouseId; onHand: number },
): Promise<StockLevel> {
  return decideAndSave(ports, async () => {
    const change = counted((await ports.stock.stockOf(sku)) ?? neverCounted(sku), warehouse, onHand);
    return { result: asTold(change.stock), change: { stocks: [change] } };
  });
}

function asTold(stock: Stock): StockLevel {
  const warehouses = WarehouseId.options.flatMap((warehouse) => {
    const level = stock.warehouses[warehouse];
    return level ? [{ warehouse, ...level }] : [];
  });
  return { sku: stock.sku, available: availableOf(stock), warehouses };
}
