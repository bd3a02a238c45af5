import type { StopShipmentsRequest, StopShipmentsResult } from '@waypost/contracts';
import { retryOnConflict, PermanentError } from '@waypost/service-kit';
import { decideStop } from '../domain/order-shipments.ts';
import type { ParcelCarrier, ShipmentStore } from '../ports.ts';

/**
 * Stops the shipments of a confirmed order, all or none. The carrier recalls the parcels before the result is written,
 * so that none can leave in between. After a crash, a repeated request finds them recalled.
 *
 * @throws PermanentError for an order without shipments.
 */
export function stopShipments(
  { shipments, carrier }: { shipments: ShipmentStore; carrier: Pick<ParcelCarrier, 'recall'> },
  { orderId }: StopShipmentsRequest,
): Promise<StopShipmentsResult> {
  return retryOnConflict<StopShipmentsResult>(async () => {
    const order = await shipments.shipmentsOf(orderId);
    if (!order) throw new PermanentError(`Nothing was arranged for ${orderId}`);
    const { result, recall, change } = decideStop(order);
    if (!change) return result;
    if (recall.length > 0 && (await carrier.recall(recall)) === 'left') return { outcome: 'left' };
    return (await shipments.save(change.next, change.events)).outcome === 'saved' ? result : 'changed';
  });
}
