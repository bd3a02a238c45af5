import * as z from 'zod';
import { defineRoute } from '../define-route.ts';
import { OrderId } from '../shared/ids.ts';
import { GetOrder, OrderStatus } from './order.ts';

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
