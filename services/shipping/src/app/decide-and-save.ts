import { TransientError } from '@waypost/service-kit';
import type { Decision, OrderShipments } from '../domain/order-shipments.ts';
import type { ShipmentStore } from '../ports.ts';

/** An order has few writers: two warehouses, a cancellation, and repetitions of these. */
const MAX_TRIES = 5;

/**
 * Decides as if nothing were there, which is so for most orders, and saves on that condition; a refusal brings what is
 * there, to decide on that. So the straight path is one write and no read.
 *
 * @throws TransientError when somebody else is faster again and again.
 */
export async function decideAndSave<Result>(
  shipments: ShipmentStore,
  decide: (current: OrderShipments | undefined) => Decision<Result>,
): Promise<Result> {
  let current: OrderShipments | undefined;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { result, change } = decide(current);
    if (!change) return result;
    const saved = await shipments.save(change.next, change.events);
    if (saved.outcome === 'saved') return result;
    current = saved.current;
  }
  throw new TransientError(`Somebody else was faster ${MAX_TRIES} times in a row`);
}
