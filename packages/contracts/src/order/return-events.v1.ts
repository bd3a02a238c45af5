import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, ReturnId, ShopperId, WarehouseId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PricedLine } from '../shared/order-lines.ts';

/** A return: its items (`lines`) and the amount to refund. */
const orderReturn = z.object({
  orderId: OrderId,
  shopperId: ShopperId,
  returnId: ReturnId,
  lines: z.array(PricedLine),
  refund: Money,
  /** Warehouse that receives the return. */
  warehouse: WarehouseId,
});

/** A shopper requested a return. Shipping books its pickup at the carrier. */
export const OrderReturnRequested = defineEvent({
  owner: 'order',
  name: 'OrderReturnRequested',
  version: 1,
  schema: orderReturn,
});

/** The returned items arrived at the warehouse. They are restocked, and their amount is refunded. */
export const OrderReturnReceived = defineEvent({
  owner: 'order',
  name: 'OrderReturnReceived',
  version: 1,
  schema: orderReturn,
});

/** A return waits for an operator: the carrier lost it, or the payment provider rejected its refund. */
export const OrderReturnReviewRequested = defineEvent({
  owner: 'order',
  name: 'OrderReturnReviewRequested',
  version: 1,
  schema: orderReturn.extend({ reason: z.enum(['lost', 'refund_failed']) }),
});

/** An operator requested the refund of a return in review. Its items are not restocked. */
export const OrderReturnRefundRequested = defineEvent({
  owner: 'order',
  name: 'OrderReturnRefundRequested',
  version: 1,
  schema: orderReturn,
});

/** An operator closed a return in review without a refund. */
export const OrderReturnClosed = defineEvent({
  owner: 'order',
  name: 'OrderReturnClosed',
  version: 1,
  schema: orderReturn,
});

/** A return was refunded to the shopper. `refunded` is less than `refund` if a part of the payment was refunded before. */
export const OrderReturnRefunded = defineEvent({
  owner: 'order',
  name: 'OrderReturnRefunded',
  version: 1,
  schema: orderReturn.extend({ refunded: Money }),
});
