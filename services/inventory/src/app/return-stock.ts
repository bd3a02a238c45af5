import type { OrderId, ReturnId, StockPart } from '@waypost/contracts';
import { TransientError } from '@waypost/service-kit';
import { decideReturn, type ReturnResult, skusOf } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/**
 * Restocks returned items. Safe to repeat.
 *
 * @throws TransientError until the sale of the order is recorded: its event may be late.
 */
export async function returnStock(
  ports: Ports,
  { orderId, ...sent }: { readonly orderId: OrderId; readonly returnId: ReturnId; readonly part: StockPart },
): Promise<ReturnResult> {
  const result = await decideAndSave(ports, async () => {
    const { reservation, levels } = await ports.stock.reservationAndLevelsOf(orderId, skusOf([sent.part]));
    return decideReturn(reservation, levels, sent);
  });
  if (result === 'not_sold') throw new TransientError(`${orderId} is returned, but was never sold`);
  return result;
}
