import type { ReserveStockRequest, ReserveStockResult } from '@waypost/contracts';
import { decideReserve } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/** Reserves every line of an order or none. Safe to repeat, and safe to come after its own release. */
export function reserveStock(ports: Ports, request: ReserveStockRequest): Promise<ReserveStockResult> {
  const skus = request.lines.map(({ sku }) => sku);
  return decideAndSave(ports, async () => {
    const { reservation, levels } = await ports.stock.reservationAndLevelsOf(request.orderId, skus);
    return decideReserve(reservation, levels, request);
  });
}
