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

/**
 * Status of a return, in this order. `LOST` by the carrier and `REFUND_FAILED` wait for an operator, who requests the refund or closes the
 * return (`CLOSED`); `RECEIVED` at the warehouse; `REFUNDED` once the provider confirmed the refund.
 */
export const ReturnStatus = z.enum(['REQUESTED', 'LOST', 'RECEIVED', 'REFUND_FAILED', 'CLOSED', 'REFUNDED']);
export type ReturnStatus = z.infer<typeof ReturnStatus>;

/** A return of items of an order. */
export const OrderReturn = z.object({
  returnId: ReturnId,
  status: ReturnStatus,
  lines: z.array(OrderLine),
  /** Price of the items: the amount to refund. */
  refund: Money,
  /** Refunded amount. It is less than the price if a part of the payment was refunded before. */
  refunded: Money.optional(),
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
