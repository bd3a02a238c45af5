import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { upcast } from '../define-event.ts';
import { Attempt, PaymentIntentId, ShopperId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { Money } from '../shared/money.ts';
import { DeclineCode, PaymentMethod } from '../shared/payment-method.ts';
import { AuthorizePaymentV1 } from './authorize-payment.v1.ts';
import { payableOf } from './payable.ts';

/** Authorizes a payment without capturing it. */
export const AuthorizePayment = defineCommand({
  owner: 'payment',
  name: 'authorize-payment',
  version: 2,
  request: z.object({
    payableId: PayableId,
    attempt: Attempt,
    shopperId: ShopperId,
    amount: Money,
    paymentMethod: PaymentMethod,
  }),
  earlier: upcast({ version: 1, schema: AuthorizePaymentV1.request }, payableOf),
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
export type AuthorizePaymentRequest = CommandRequest<typeof AuthorizePayment>;
export type AuthorizePaymentResult = CommandResult<typeof AuthorizePayment>;
