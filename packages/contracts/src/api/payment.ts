import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { OrderId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

export const PaymentStatus = z.enum([
  'pending',
  'authentication_required',
  'authorized',
  'captured',
  'declined',
  'voided',
  'refunded',
]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

export const Payment = z.object({
  orderId: OrderId,
  status: PaymentStatus,
  amount: Money,
  history: z.array(z.object({ status: PaymentStatus, at: Timestamp })),
});
export type Payment = z.infer<typeof Payment>;

export const GetPayment = defineRoute({
  owner: 'payment',
  operationId: 'getPayment',
  summary: "Returns the payment of one of the shopper's orders, by the id of the order",
  method: 'GET',
  path: '/payments/{id}',
  access: 'shopper',
  parameters: z.object({
    id: z
      .string()
      .max(100)
      .meta({ examples: ['ord_00000000000000000000000000000001'] }),
  }),
  response: Payment,
});
