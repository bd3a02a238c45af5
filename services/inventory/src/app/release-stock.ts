import type { ReleaseStockRequest, ReleaseStockResult } from '@waypost/contracts';
import { decideRelease, skusOf } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/** Releases or restocks the units of an order. Safe to repeat, and to arrive before the reservation. */
export function releaseStock(ports: Ports, request: ReleaseStockRequest): Promise<ReleaseStockResult> {
  return decideAndSave(ports, async () => {
    const reservation = await ports.stock.reservationOf(request.orderId);
    const levels = await ports.stock.levelsOf(skusOf(reservation?.parts ?? []));
    return decideRelease(reservation, levels, request, ports.now);
  });
}
