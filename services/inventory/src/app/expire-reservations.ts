import { decideExpire, skusOf } from '../domain/reservation.ts';
import type { ExpiredReservations, Ports } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/** Maximum number of reservations per run. The next run continues. */
const AT_ONCE = 200;

/** Releases expired reservations, and returns their number. */
export async function expireReservations(ports: Ports & { readonly expired: ExpiredReservations }): Promise<number> {
  const due = await ports.expired.heldUntil(ports.now, AT_ONCE);
  let count = 0;
  for (const orderId of due) {
    const result = await decideAndSave(ports, async () => {
      const reservation = await ports.stock.reservationOf(orderId);
      return decideExpire(reservation, await ports.stock.levelsOf(skusOf(reservation?.parts ?? [])), ports.now);
    });
    if (result === 'expired') count += 1;
  }
  return count;
}
