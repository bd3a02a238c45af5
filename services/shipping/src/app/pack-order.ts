import type { OrderId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import { decidePack } from '../domain/order-shipments.ts';
import type { ParcelCarrier, ShipmentStore } from '../ports.ts';
import { decideOnStored } from './decide-and-save.ts';

/**
 * Packs what a confirmed order sends, and asks the carrier to pick it up. It is written as packed before the carrier is
 * asked; after a crash in between it is asked again, which books nothing twice.
 *
 * @throws PermanentError for an order that nothing was arranged for: it should not have been confirmed.
 */
export async function packOrder(
  { shipments, carrier, now }: { shipments: ShipmentStore; carrier: Pick<ParcelCarrier, 'book'>; now: string },
  orderId: OrderId,
): Promise<'packed' | 'stopped'> {
  const { outcome, toBook, address } = await decideOnStored(shipments, orderId, (order) => {
    if (!order) throw new PermanentError(`${orderId} was confirmed, but nothing was arranged for it`);
    const { result, ...change } = decidePack(order, now);
    return { result: { ...result, address: order.address }, ...change };
  });
  if (!address) return outcome;
  await Promise.all(
    toBook.map(({ shipmentId, carrier: name }) => carrier.book({ shipmentId, orderId, carrier: name, address })),
  );
  return outcome;
}
