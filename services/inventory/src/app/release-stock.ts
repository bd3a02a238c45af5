import type { ReleaseStockRequest, ReleaseStockResult } from '@waypost/contracts';
import { decideRelease, skusOf } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/** Gives back what an order has of the stock. Safe to repeat, and safe to come before what it undoes. */
export function releaseStock(ports: Ports, request: ReleaseStockRequest): Promise<ReleaseStockResult> {
  return decideAndSave(ports, async () => {
    const reservation = await ports.stock.reservationOf(request.orderId);
    const levels = await ports.stock.levelsOf(skusOf(reservation?.parts ?? []));
    return decideRelease(reservation, levels, request, ports.now);
  });
}
