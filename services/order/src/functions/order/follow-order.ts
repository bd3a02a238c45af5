import { isOrderId, PaymentRefunded, PaymentSettled, ReturnReceived } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { followOrder } from '../../app/order/follow-order.ts';
import { decideParcel, decideSettled } from '../../domain/order/follow.ts';
import { decideReturnTold } from '../../domain/return/decide-return.ts';
import { PARCEL_EVENTS, parcelStatusOf } from '../../parcel-events.ts';

const FOLLOWED = [...PARCEL_EVENTS, PaymentSettled, ReturnReceived, PaymentRefunded] as const;

export const handler = eventFunction(FOLLOWED, async ({ name, data }, context) => {
  const { now: at } = context;
  const orderId = 'orderId' in data ? data.orderId : data.payableId;
  if (!isOrderId(orderId)) return;
  const order = await followOrder({ orders: orderTable(context) }, orderId, (current) => {
    if ('shipmentId' in data)
      return decideParcel(current, { at, shipmentId: data.shipmentId, status: parcelStatusOf(name), since: data.at });
    if (!('returnId' in data)) return decideSettled(current, { at });
    const { returnId } = data;
    return 'at' in data
      ? decideReturnTold(current, { at, returnId, status: 'RECEIVED', since: data.at })
      : decideReturnTold(current, { at, returnId, status: 'REFUNDED', since: at });
  });
  logger.info('order', { orderId, event: name, status: order.status });
});
