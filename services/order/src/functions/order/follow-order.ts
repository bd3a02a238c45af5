import {
  isOrderId,
  PaymentRefunded,
  PaymentSettled,
  ReturnLost,
  ReturnReceived,
  ReturnRefundFailed,
} from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { followOrder } from '../../app/order/follow-order.ts';
import { decideParcel, decideSettled } from '../../domain/order/follow.ts';
import { decideReturnReported } from '../../domain/return/decide-return.ts';
import { PARCEL_EVENTS, parcelStatusOf } from '../../parcel-events.ts';

const FOLLOWED = [
  ...PARCEL_EVENTS,
  PaymentSettled,
  ReturnReceived,
  ReturnLost,
  PaymentRefunded,
  ReturnRefundFailed,
] as const;

export const handler = eventFunction(FOLLOWED, async ({ name, data }, context) => {
  const { now: at } = context;
  const orderId = 'orderId' in data ? data.orderId : data.payableId;
  // Bookings are paid too. A refund without a return was made at the provider, and changes nothing about the order.
  if (!isOrderId(orderId) || (name === 'PaymentRefunded' && !('returnId' in data))) return;
  const order = await followOrder({ orders: orderTable(context) }, orderId, (current) => {
    if ('shipmentId' in data)
      return decideParcel(current, { at, shipmentId: data.shipmentId, status: parcelStatusOf(name), since: data.at });
    if (!('returnId' in data) || data.returnId === undefined) return decideSettled(current, { at });
    const { returnId } = data;
    if ('at' in data) {
      const status = name === 'ReturnLost' ? 'LOST' : 'RECEIVED';
      return decideReturnReported(current, { at, returnId, status, since: data.at });
    }
    return 'reason' in data
      ? decideReturnReported(current, { at, returnId, status: 'REFUND_FAILED', since: at })
      : decideReturnReported(current, { at, returnId, status: 'REFUNDED', since: at, refunded: data.amount });
  });
  logger.info('order', { orderId, event: name, status: order.status });
});
