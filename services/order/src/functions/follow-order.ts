import { PaymentSettled } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { orderTable } from '../adapters/order-table.ts';
import { followOrder } from '../app/follow-order.ts';
import { decideParcel, decideSettled } from '../domain/follow.ts';
import { PARCEL_EVENTS, parcelStatusOf } from '../parcel-events.ts';

export const handler = eventFunction([...PARCEL_EVENTS, PaymentSettled], async ({ name, data }, context) => {
  const { now: at } = context;
  const order = await followOrder({ orders: orderTable(context) }, data.orderId, (current) =>
    'shipmentId' in data
      ? decideParcel(current, { at, shipmentId: data.shipmentId, status: parcelStatusOf(name), since: data.at })
      : decideSettled(current, { at }),
  );
  logger.info('order', { orderId: data.orderId, event: name, status: order.status });
});
