import type { ReserveStockRequest, ReserveStockResult } from '@waypost/contracts';
import { decideReserve } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/** Reserves every line of an order or none, for so many seconds. Safe to repeat, and safe to come after its own release. */
export function reserveStock(
  ports: Ports & { readonly holdSeconds: number },
  request: ReserveStockRequest,
): Promise<ReserveStockResult> {
  const { now, holdSeconds } = ports;
  const hold = { now, until: new Date(Date.parse(now) + holdSeconds * 1000).toISOString() };
  const skus = request.lines.map(({ sku }) => sku);
  return decideAndSave(ports, async () => {
    const { reservation, levels } = await ports.stock.reservationAndLevelsOf(request.orderId, skus);
    return decideReserve(reservation, levels, request, hold);
  });
}
