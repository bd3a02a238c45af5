import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId, PaymentIntentId, ShopperId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { DeclineCode, PaymentMethod } from '../shared/payment-method.ts';

/** Holds the money on the shopper's card without taking it. */
export const AuthorizePayment = defineCommand({
  owner: 'payment',
  name: 'authorize-payment',
  version: 1,
  request: z.object({
    orderId: OrderId,
    attempt: Attempt,
    shopperId: ShopperId,
    amount: Money,
    paymentMethod: PaymentMethod,
  }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('authorized'), paymentIntentId: PaymentIntentId }),
    z.object({ outcome: z.literal('declined'), code: DeclineCode }),
    z.object({ outcome: z.literal('refused'), because: z.enum(['undone', 'newer_attempt']) }),
  ]),
});
export type AuthorizePaymentRequest = CommandRequest<typeof AuthorizePayment>;
export type AuthorizePaymentResult = CommandResult<typeof AuthorizePayment>;
