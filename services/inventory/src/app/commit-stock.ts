import type { OrderId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import { type CommitResult, decideCommit, skusOf } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/**
 * Takes what a confirmed order holds off the shelf. Safe to repeat.
 *
 * @throws PermanentError for an order that never held anything: it should not have been confirmed.
 */
export async function commitStock(ports: Ports, orderId: OrderId): Promise<CommitResult> {
  const result = await decideAndSave(ports, async () => {
    const reservation = await ports.stock.reservationOf(orderId);
    const isOpen = reservation?.status === 'held' || reservation?.status === 'expired';
    const levels = isOpen ? await ports.stock.levelsOf(skusOf(reservation.parts)) : new Map();
    return decideCommit(reservation, levels);
  });
  if (result === 'never_held') throw new PermanentError(`${orderId} was confirmed, but never held any stock`);
  return result;
}
