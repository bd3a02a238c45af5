import type { OrderId } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import type { Decision, OrderShipments } from '../domain/order-shipments.ts';
import type { ShipmentStore } from '../ports.ts';

/**
 * Decides as if nothing were there, which is so for most orders, and saves on that condition; a rejection brings what is
 * there, to decide on that. So the straight path is one write and no read.
 */
export function decideAndSave<Result>(
  shipments: ShipmentStore,
  decide: (current: OrderShipments | undefined) => Decision<Result>,
): Promise<Result> {
  let current: OrderShipments | undefined;
  return retryOnConflict(async () => {
    const { result, change } = decide(current);
    if (!change) return result;
    const saved = await shipments.save(change.next, change.events);
    if (saved.outcome === 'saved') return result;
    current = saved.current;
    return 'changed';
  });
}

/** Decides on what is stored, for what only comes once shipments are arranged. */
export function decideOnStored<Result>(
  shipments: ShipmentStore,
  orderId: OrderId,
  decide: (current: OrderShipments | undefined) => Decision<Result>,
): Promise<Result> {
  return retryOnConflict(async () => {
    const { result, change } = decide(await shipments.shipmentsOf(orderId));
    if (!change) return result;
    return (await shipments.save(change.next, change.events)).outcome === 'saved' ? result : 'changed';
  });
}
