import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { CancelReason } from '../order/order-events.v1.ts';
import { Address, AddressBody } from '../shared/address.ts';
import { CartId, OrderId, ReturnId, ShipmentId, Sku, WarehouseId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { OrderLine, OrderLinesBody, PricedLine, Quantity } from '../shared/order-lines.ts';
import { PaymentMethod } from '../shared/payment-method.ts';
import { ProductName } from '../shared/text.ts';
import { Parcel } from './shipping.ts';
import { pageOf, pageQuery } from './paging.ts';

export const OrderStatus = z.enum([
  'PLACED',
  'IN_REVIEW',
  'AWAITING_PAYMENT',
  'CONFIRMED',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
  'RETURNED',
]);
export type OrderStatus = z.infer<typeof OrderStatus>;

/** The lines themselves, or the cart that holds them. */
const PlaceOrderBody = z
  .strictObject({
    lines: OrderLinesBody.optional(),
    cartId: CartId.optional(),
    shippingAddress: AddressBody,
    paymentMethod: PaymentMethod,
  })
  .check(({ value: { lines, cartId }, issues }) => {
    if (lines === undefined && cartId === undefined)
      issues.push({ code: 'custom', input: lines, path: ['lines'], message: 'Send lines or a cartId' });
    if (lines !== undefined && cartId !== undefined)
      issues.push({ code: 'custom', input: cartId, path: ['cartId'], message: 'Send lines or a cartId, not both' });
  })
  .meta({
    examples: [
      {
        lines: [{ sku: 'TENT-RIDGE-2P', quantity: 1 }],
        shippingAddress: {
          name: 'Robin Weber',
          line1: 'Seestraße 12',
          city: 'Konstanz',
          postalCode: '78464',
          country: 'DE',
        },
        paymentMethod: 'pm_card_visa',
      },
    ],
  });

export const PlaceOrder = defineRoute({
  owner: 'order',
  operationId: 'placeOrder',
  summary: 'Places an order; what becomes of it is told by GET /orders/{id}',
  method: 'POST',
  path: '/orders',
  access: 'shopper',
  idempotent: true,
  conflicts: true,
  body: PlaceOrderBody,
  status: 202,
  response: z.object({
    orderId: OrderId,
    status: OrderStatus,
    total: Money,
    links: z.object({ self: z.string().meta({ examples: ['/orders/ord_00000000000000000000000000000001'] }) }),
  }),
});

/** How far a return is: `RECEIVED` at the warehouse, `REFUNDED` once the provider told that the money went back. */
export const ReturnStatus = z.enum(['REQUESTED', 'RECEIVED', 'REFUNDED']);
export type ReturnStatus = z.infer<typeof ReturnStatus>;

/** What a shopper sends back of an order. */
export const OrderReturn = z.object({
  returnId: ReturnId,
  status: ReturnStatus,
  lines: z.array(OrderLine),
  /** What the shopper gets back for it. */
  refund: Money,
  history: z.array(z.object({ status: ReturnStatus, at: Timestamp })),
});
export type OrderReturn = z.infer<typeof OrderReturn>;

export const Order = z.object({
  orderId: OrderId,
  status: OrderStatus,
  reason: CancelReason.optional(),
  /** The shopper asked to cancel it, and it isn't over; `too_late` where something of it had left. */
  cancellation: z.enum(['requested', 'too_late']).optional(),
  lines: z.array(PricedLine),
  total: Money,
  shippingAddress: Address,
  history: z.array(z.object({ status: OrderStatus, at: Timestamp })),
  /** What leaves which warehouse; a shipment has its parcel once that is packed. */
  shipments: z.array(z.object({ shipmentId: ShipmentId, warehouse: WarehouseId, parcel: Parcel.optional() })),
  payment: z.object({
    /** `settled` once the provider confirmed what was `captured`; `refunded` where a paid order was cancelled or returned as a whole. */
    status: z.enum(['pending', 'authentication_required', 'captured', 'settled', 'not_charged', 'refunded']),
    /** Where the shopper authenticates the payment, while it waits for that. */
    nextActionUrl: z.url().optional(),
  }),
  /** What was or is sent back, the earliest first. */
  returns: z.array(OrderReturn),
  /** Until when it may be sent back; once it is delivered. */
  returnableUntil: Timestamp.optional(),
});
export type Order = z.infer<typeof Order>;

export const GetOrder = defineRoute({
  owner: 'order',
  operationId: 'getOrder',
  summary: 'One order of the shopper; Retry-After says when to look again while it is moving',
  method: 'GET',
  path: '/orders/{id}',
  access: 'shopper',
  responseHeaders: {
    ETag: 'Changes with the order',
    'Retry-After': 'Seconds after which to look again, while the order is moving',
  },
  parameters: z.object({
    id: z
      .string()
      .max(100)
      .meta({ examples: ['ord_00000000000000000000000000000001'] }),
  }),
  response: Order,
});

export const OrderSummary = z.object({
  orderId: OrderId,
  status: OrderStatus,
  total: Money,
  placedAt: Timestamp,
  lines: z.array(z.object({ sku: Sku, name: ProductName, quantity: Quantity })),
});
export type OrderSummary = z.infer<typeof OrderSummary>;

export const ListOrders = defineRoute({
  owner: 'order',
  operationId: 'listOrders',
  summary: "The shopper's orders, newest first",
  method: 'GET',
  path: '/orders',
  access: 'shopper',
  query: z.strictObject(pageQuery),
  response: pageOf(OrderSummary),
});

const orderPath = GetOrder.parameters;
const orderMoves = z.object({
  orderId: OrderId,
  status: OrderStatus,
  links: z.object({ self: z.string().meta({ examples: ['/orders/ord_00000000000000000000000000000001'] }) }),
});

export const RequestCancellation = defineRoute({
  owner: 'order',
  operationId: 'requestCancellation',
  summary:
    'Asks to cancel an order of which nothing has left; GET /orders/{id} tells what came of it, and a 409 that it is too late',
  method: 'POST',
  path: '/orders/{id}/cancel',
  access: 'shopper',
  conflicts: true,
  parameters: orderPath,
  status: 202,
  response: orderMoves,
});

export const RequestReturn = defineRoute({
  owner: 'order',
  operationId: 'requestReturn',
  summary:
    'Announces what comes back of a delivered order, within 30 days; GET /orders/{id} tells what came of it, and a 409 that it can’t come back',
  method: 'POST',
  path: '/orders/{id}/returns',
  access: 'shopper',
  idempotent: true,
  conflicts: true,
  parameters: orderPath,
  body: z.strictObject({ lines: OrderLinesBody }),
  status: 202,
  response: z.object({
    orderId: OrderId,
    returnId: ReturnId,
    refund: Money,
    links: z.object({ self: z.string().meta({ examples: ['/orders/ord_00000000000000000000000000000001'] }) }),
  }),
});

/** What an operator makes of an order in review. */
export const ReviewDecision = z.enum(['approve', 'reject']);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

export const ReviewOrder = defineRoute({
  owner: 'order',
  operationId: 'reviewOrder',
  summary: 'Decides on an order that waits for an operator; the first decision counts, and another one is a 409',
  method: 'POST',
  path: '/orders/{id}/review',
  access: 'operator',
  conflicts: true,
  parameters: orderPath,
  body: z.strictObject({ decision: ReviewDecision }),
  status: 202,
  response: orderMoves.extend({ decision: ReviewDecision }),
});
