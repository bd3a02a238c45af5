import * as z from 'zod';
import { defineCommand } from '../define-command.ts';
import { Attempt, OrderId, PaymentIntentId, ShopperId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { DeclineCode, PaymentMethod } from '../shared/payment-method.ts';

/** First version of AuthorizePayment, for orders only. Replaced by the second version. */
export const AuthorizePaymentV1 = defineCommand({
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
    /** Page on which the shopper has to authenticate first. `PaymentAuthenticated` has the outcome. */
    z.object({
      outcome: z.literal('authentication_required'),
      paymentIntentId: PaymentIntentId,
      nextActionUrl: z.url().meta({ examples: ['https://pay.example/authenticate/pi_3PAY0000000000000000001'] }),
    }),
    z.object({ outcome: z.literal('declined'), code: DeclineCode }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['reversed', 'newer_attempt']) }),
  ]),
});
