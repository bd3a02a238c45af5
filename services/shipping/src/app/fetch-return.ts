import type { OrderId, ReturnId, WarehouseId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import { decideFetch } from '../domain/order-shipments.ts';
import { WAREHOUSES } from '../domain/warehouses.ts';
import type { ParcelCarrier, ShipmentStore } from '../ports.ts';
import { decideOnStored } from './decide-and-save.ts';

/**
 * Books the pickup of a return. The return is written before the carrier is called. After a crash in between, a
 * repeated request books it once.
 *
 * @throws PermanentError for an order without shipments.
 */
export async function fetchReturn(
  { shipments, carrier, now }: { shipments: ShipmentStore; carrier: Pick<ParcelCarrier, 'book'>; now: string },
  { orderId, returnId, warehouse }: { orderId: OrderId; returnId: ReturnId; warehouse: WarehouseId },
): Promise<'booked' | 'on_its_way'> {
  const { toBook } = await decideOnStored(shipments, orderId, (order) => {
    if (!order) throw new PermanentError(`${returnId} is of an order that nothing was sent for`);
    return decideFetch(order, { returnId, warehouse }, now);
  });
  if (toBook === undefined) return 'on_its_way';
  await carrier.book({ shipmentId: returnId, orderId, carrier: toBook, address: WAREHOUSES[warehouse] });
  return 'booked';
}
