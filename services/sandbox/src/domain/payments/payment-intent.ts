import * as z from 'zod';
import { ProviderError } from './provider-error.ts';

/** A card that was charged, with success or without. */
const Charge = z
  .object({ id: z.string(), outcome: z.enum(['authorized', 'captured', 'released', 'failed']) })
  .readonly();
export type Charge = z.infer<typeof Charge>;

const Refund = z
  .object({ id: z.string(), amount: z.int(), at: z.string(), metadata: z.record(z.string(), z.string()).default({}) })
  .readonly();
export type Refund = z.infer<typeof Refund>;

const Authentication = z.object({ url: z.string(), returnUrl: z.string().nullable() }).readonly();

/** A payment intent as the provider stores it. Amounts in minor units, times in RFC 3339. */
export const PaymentIntent = z
  .object({
    id: z.string(),
    /** Subset of https://docs.stripe.com/payments/paymentintents/lifecycle that the shop can encounter. */
    status: z.enum([
      'requires_payment_method',
      'requires_confirmation',
      'requires_action',
      'requires_capture',
      'succeeded',
      'canceled',
    ]),
    amount: z.int(),
    amountReceived: z.int(),
    currency: z.string(),
    captureMethod: z.enum(['automatic', 'manual']),
    paymentMethod: z.string().nullable(),
    metadata: z.record(z.string(), z.string()),
    /**
     * Page on which the shopper authenticates, and the URL to return to; null if the card requires no authentication.
     */
    authentication: Authentication.nullable().default(null),
    charges: z.array(Charge).readonly(),
    refunds: z.array(Refund).readonly(),
    lastPaymentError: ProviderError.nullable(),
    cancellationReason: z.string().nullable(),
    createdAt: z.string(),
    canceledAt: z.string().nullable(),
  })
  .readonly();
export type PaymentIntent = z.infer<typeof PaymentIntent>;

/** Result of an operation: the response, and the new intent if it changed. */
export type Decision =
  | { readonly outcome: 'done'; readonly intent: PaymentIntent; readonly refund?: Refund }
  | {
      readonly outcome: 'rejected';
      readonly error: ProviderError;
      /** The intent that the error is about, told with it. */
      readonly about?: PaymentIntent;
      /** The intent, where the rejection itself is kept. */
      readonly intent?: PaymentIntent;
    };

/** Charges the card of an intent: the amount is authorized, or captured with automatic capture. */
export function charged(intent: PaymentIntent, charge: string): PaymentIntent {
  return intent.captureMethod === 'manual'
    ? { ...intent, status: 'requires_capture', charges: [{ id: charge, outcome: 'authorized' }] }
    : {
        ...intent,
        status: 'succeeded',
        amountReceived: intent.amount,
        charges: [{ id: charge, outcome: 'captured' }],
      };
}

/** Amount of an intent that can still be captured. */
export function amountCapturable({ status, amount }: PaymentIntent): number {
  return status === 'requires_capture' ? amount : 0;
}

export function amountRefunded({ refunds }: PaymentIntent): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}
