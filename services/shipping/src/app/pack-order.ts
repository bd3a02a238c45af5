import type { OrderId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import { decidePack } from '../domain/order-shipments.ts';
import type { ParcelCarrier, ShipmentStore } from '../ports.ts';
import { decideOnStored } from './decide-and-save.ts';

/**
 * Packs the shipments of a confirmed order and books their pickup. They are written as packed before the carrier is
 * called. After a crash in between, a repeated request books them once.
 *
 * @throws PermanentError for an order without shipments: it should not have been confirmed.
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
