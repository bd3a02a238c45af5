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

/** An order of explicit lines or of a cart. */
const PlaceOrderBody = z
  .strictObject({
    lines: OrderLinesBody.optional(),
    cartId: CartId.optional(),
    shippingAddress: AddressBody,
    paymentMethod: PaymentMethod,
  })
  .check(({ value: { lines, cartId }, issues }) => {
    if (lines === undefined && cartId === undefined)
      issues.push({ code: 'custom', input: lines, path: ['lines'], message: 'lines or cartId is required' });
    if (lines !== undefined && cartId !== undefined)
      issues.push({ code: 'custom', input: cartId, path: ['cartId'], message: 'must not be sent together with lines' });
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
  summary: 'Places an order. GET /orders/{id} returns its status',
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

/** Status of a return: `RECEIVED` at the warehouse, `REFUNDED` once the provider confirmed the refund. */
export const ReturnStatus = z.enum(['REQUESTED', 'RECEIVED', 'REFUNDED']);
export type ReturnStatus = z.infer<typeof ReturnStatus>;

/** A return of items of an order. */
export const OrderReturn = z.object({
  returnId: ReturnId,
  status: ReturnStatus,
  lines: z.array(OrderLine),
  /** Amount to refund. */
  refund: Money,
  history: z.array(z.object({ status: ReturnStatus, at: Timestamp })),
});
export type OrderReturn = z.infer<typeof OrderReturn>;

export const Order = z.object({
  orderId: OrderId,
  status: OrderStatus,
  reason: CancelReason.optional(),
  /** Status of the shopper's cancellation request; `too_late` if a parcel was dispatched. */
  cancellation: z.enum(['requested', 'too_late']).optional(),
  lines: z.array(PricedLine),
  total: Money,
  shippingAddress: Address,
  history: z.array(z.object({ status: OrderStatus, at: Timestamp })),
  /** Shipments by warehouse. A shipment has a parcel once it is packed. */
  shipments: z.array(z.object({ shipmentId: ShipmentId, warehouse: WarehouseId, parcel: Parcel.optional() })),
  payment: z.object({
    /** `settled` once the provider confirmed the capture; `refunded` if a paid order was cancelled or returned completely. */
    status: z.enum(['pending', 'authentication_required', 'captured', 'settled', 'not_charged', 'refunded']),
    /** Page on which the shopper authenticates the payment, while that is required. */
    nextActionUrl: z.url().optional(),
  }),
  /** Returns, oldest first. */
  returns: z.array(OrderReturn),
  /** Deadline for returns, once the order is delivered. */
  returnableUntil: Timestamp.optional(),
});
export type Order = z.infer<typeof Order>;

export const GetOrder = defineRoute({
  owner: 'order',
  operationId: 'getOrder',
  summary: 'Returns an order of the shopper. While its status can change, Retry-After states when to poll again',
  method: 'GET',
  path: '/orders/{id}',
  access: 'shopper',
  responseHeaders: {
    ETag: 'Changes with the order',
    'Retry-After': 'Seconds until the next poll, while the status can change',
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
  summary: "Lists the shopper's orders, newest first",
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
    'Requests the cancellation of an order that is not shipped yet. GET /orders/{id} returns the result; 409 if a parcel was shipped',
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
    "Requests the return of items of a delivered order, within 30 days. GET /orders/{id} returns the result; 409 if they can't be returned",
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

/** An operator's decision on an order in review. */
export const ReviewDecision = z.enum(['approve', 'reject']);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

export const ReviewOrder = defineRoute({
  owner: 'order',
  operationId: 'reviewOrder',
  summary: 'Approves or rejects an order in review. The first decision counts; 409 for a different one',
  method: 'POST',
  path: '/orders/{id}/review',
  access: 'operator',
  conflicts: true,
  parameters: orderPath,
  body: z.strictObject({ decision: ReviewDecision }),
  status: 202,
  response: orderMoves.extend({ decision: ReviewDecision }),
});
