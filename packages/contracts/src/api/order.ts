import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { CancelReason } from '../order/order-events.v1.ts';
import { Address, AddressBody } from '../shared/address.ts';
import { OrderId, ShipmentId, Sku, WarehouseId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { OrderLinesBody, PricedLine, Quantity } from '../shared/order-lines.ts';
import { PaymentMethod } from '../shared/payment-method.ts';
import { ProductName } from '../shared/text.ts';
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

export const PlaceOrder = defineRoute({
  owner: 'order',
  operationId: 'placeOrder',
  summary: 'Places an order; what becomes of it is told by GET /orders/{id}',
  method: 'POST',
  path: '/orders',
  access: 'shopper',
  idempotent: true,
  body: z.strictObject({
    lines: OrderLinesBody,
    shippingAddress: AddressBody,
    paymentMethod: PaymentMethod,
  }),
  status: 202,
  answer: z.object({
    orderId: OrderId,
    status: OrderStatus,
    total: Money,
    links: z.object({ self: z.string().meta({ examples: ['/orders/ord_00000000000000000000000000000001'] }) }),
  }),
});

export const Order = z.object({
  orderId: OrderId,
  status: OrderStatus,
  reason: CancelReason.optional(),
  lines: z.array(PricedLine),
  total: Money,
  shippingAddress: Address,
  history: z.array(z.object({ status: OrderStatus, at: Timestamp })),
  shipments: z.array(z.object({ shipmentId: ShipmentId, warehouse: WarehouseId })),
  payment: z.object({
    status: z.enum(['pending', 'captured', 'not_taken']),
    nextActionUrl: z.string().optional(),
  }),
});
export type Order = z.infer<typeof Order>;

export const GetOrder = defineRoute({
  owner: 'order',
  operationId: 'getOrder',
  summary: 'One order of the shopper; Retry-After says when to look again while it is moving',
  method: 'GET',
  path: '/orders/{id}',
  access: 'shopper',
  answerHeaders: {
    ETag: 'Changes with the order',
    'Retry-After': 'Seconds after which to look again, while the order is moving',
  },
  parameters: z.object({
    id: z
      .string()
      .max(100)
      .meta({ examples: ['ord_00000000000000000000000000000001'] }),
  }),
  answer: Order,
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
  answer: pageOf(OrderSummary),
});
