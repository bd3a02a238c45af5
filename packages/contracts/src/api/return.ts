import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { OrderId, ReturnId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { OrderLinesBody } from '../shared/order-lines.ts';
import { GetOrder, ReturnStatus } from './order.ts';
import { pageOf, pageQuery } from './paging.ts';

const orderPath = GetOrder.parameters;

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

/** Decision of an operator on a return that can't be completed: request the refund (again), or close the return without one. */
export const ReturnSettlement = z.enum(['refund', 'close']);
export type ReturnSettlement = z.infer<typeof ReturnSettlement>;

export const SettleReturn = defineRoute({
  owner: 'order',
  operationId: 'settleReturn',
  summary:
    'Requests the refund of a return that is lost or whose refund failed, or closes it without a refund; 409 if it is refunded, closed, or its refund is in progress',
  method: 'POST',
  path: '/orders/{id}/returns/{returnId}/settlement',
  access: 'operator',
  conflicts: true,
  parameters: orderPath.extend({
    returnId: z
      .string()
      .max(100)
      .meta({ examples: ['ret_00000000000000000000000000000001_0000000a'] }),
  }),
  body: z.strictObject({ settlement: ReturnSettlement }),
  status: 202,
  response: z.object({ orderId: OrderId, returnId: ReturnId, status: ReturnStatus, settlement: ReturnSettlement }),
});

/** A return that waits for an operator. */
export const ReturnInReview = z.object({
  orderId: OrderId,
  returnId: ReturnId,
  status: ReturnStatus,
  refund: Money,
  since: Timestamp,
});
export type ReturnInReview = z.infer<typeof ReturnInReview>;

export const ListReturnsInReview = defineRoute({
  owner: 'order',
  operationId: 'listReturnsInReview',
  summary:
    'Lists the returns that wait for an operator: lost by the carrier, or with a refund that failed; longest wait first',
  method: 'GET',
  path: '/returns/in-review',
  access: 'operator',
  query: z.strictObject(pageQuery),
  response: pageOf(ReturnInReview),
});
