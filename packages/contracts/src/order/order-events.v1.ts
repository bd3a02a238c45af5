import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, ShopperId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PricedLine } from '../shared/order-lines.ts';

/** Why an order ended without goods. */
export const CancelReason = z.enum([
  'out_of_stock',
  'payment_declined',
  'payment_timeout',
  'review_rejected',
  'review_timeout',
  'shipping_unavailable',
  'customer_request',
  'internal_error',
]);
export type CancelReason = z.infer<typeof CancelReason>;

const order = z.object({ orderId: OrderId, shopperId: ShopperId, lines: z.array(PricedLine), total: Money });

/** A shopper placed an order; nothing is decided yet. */
export const OrderPlaced = defineEvent({ owner: 'order', name: 'OrderPlaced', version: 1, schema: order });

/** Why an order is looked at by a person before its money is held. */
export const ReviewReason = z.enum(['large_total', 'bulk_quantity']);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** An order waits for an operator's decision. */
export const OrderReviewRequested = defineEvent({
  owner: 'order',
  name: 'OrderReviewRequested',
  version: 1,
  schema: order.extend({ reason: z.array(ReviewReason).min(1) }),
});

/** Stock is held, the money taken, the shipments arranged. */
export const OrderConfirmed = defineEvent({ owner: 'order', name: 'OrderConfirmed', version: 1, schema: order });

/** The order ended without goods, and everything that was done for it is undone. */
export const OrderCancelled = defineEvent({
  owner: 'order',
  name: 'OrderCancelled',
  version: 1,
  schema: order.extend({ reason: CancelReason }),
});

/** The first parcel of the order left: it can't be cancelled any more. */
export const OrderShipped = defineEvent({ owner: 'order', name: 'OrderShipped', version: 1, schema: order });

/** The last parcel of the order was delivered. */
export const OrderDelivered = defineEvent({ owner: 'order', name: 'OrderDelivered', version: 1, schema: order });

/** Every parcel is delivered and the payment settled, whichever came last. */
export const OrderCompleted = defineEvent({ owner: 'order', name: 'OrderCompleted', version: 1, schema: order });
