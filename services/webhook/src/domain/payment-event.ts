import {
  authorizationKey,
  type DomainEvent,
  type EventData,
  PayableId,
  PAYMENT_WEBHOOKS,
  PaymentProviderReported,
} from '@waypost/contracts';
import * as z from 'zod';
import { ProviderEvent, type ReadProviderEvent, Word } from './provider-event.ts';

/** Read where it is as expected. Whatever else stands there, in events of types that the shop doesn't need, is nothing to the shop. */
const ifReadable = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/**
 * The payment provider's event, of which the shop reads no more than this: so neither the queue nor its dead letters hold
 * a card's or a person's data.
 * Source: https://docs.stripe.com/api/events/object
 */
export const PaymentEvent = ProviderEvent.extend({
  object: z.literal('event'),
  /** Request that caused the event, if there was one. */
  request: ifReadable(z.object({ idempotency_key: ifReadable(Word) })),
  data: z.object({
    object: z.object({
      id: ifReadable(Word),
      /** Of a charge: the intent that it belongs to. */
      payment_intent: ifReadable(Word),
      /** Of a charge: total refunded amount, in minor units. */
      amount_refunded: ifReadable(z.int().nonnegative()),
      /** Metadata that the shop set when it created the payment. */
      metadata: ifReadable(z.object({ orderId: ifReadable(Word), bookingId: ifReadable(Word) })),
      last_payment_error: ifReadable(z.object({ code: ifReadable(Word), decline_code: ifReadable(Word) })),
    }),
  }),
});
export type PaymentEvent = z.infer<typeof PaymentEvent>;

/** Reads the event in the body of a webhook. */
export const readPaymentEvent = (json: unknown): z.ZodSafeParseResult<ReadProviderEvent<PaymentEvent>> =>
  PaymentEvent.transform((event) => ({ event, isNeeded: isNeeded(event) })).safeParse(json);

/**
 * Drops events that the shop isn't subscribed to, that mean nothing to it, or that only repeat the response to its own
 * request.
 */
function isNeeded(event: PaymentEvent): boolean {
  const report = reportOf(event);
  if (!report || !PAYMENT_WEBHOOKS.includes(event.type)) return false;
  return event.request?.idempotency_key !== authorizationKey(report.payableId);
}

type Change = EventData<typeof PaymentProviderReported>['change'];

/** Source: https://docs.stripe.com/api/events/types */
const CHANGES: ReadonlyMap<string, Change> = new Map([
  ['payment_intent.amount_capturable_updated', 'authorized'],
  ['payment_intent.payment_failed', 'failed'],
  ['payment_intent.succeeded', 'captured'],
  ['payment_intent.canceled', 'cancelled'],
  ['charge.refunded', 'refunded'],
]);

/** Domain event of a provider's event; undefined for another type, and for an intent that the shop didn't create. */
export function meaningOfPaymentEvent(event: PaymentEvent): DomainEvent | undefined {
  const report = reportOf(event);
  if (!report) return undefined;
  const code = report.change === 'failed' ? codeOf(event.data.object.last_payment_error) : undefined;
  return PaymentProviderReported.build(report.payableId, { webhookId: event.id, ...report, ...(code && { code }) });
}

function reportOf({ type, data: { object } }: PaymentEvent) {
  const change = CHANGES.get(type);
  const { data: payableId } = PayableId.safeParse(object.metadata?.orderId ?? object.metadata?.bookingId);
  const isRefund = type === 'charge.refunded';
  const paymentIntentId = isRefund ? object.payment_intent : object.id;
  if (!change || !payableId || !paymentIntentId) return undefined;
  const { amount_refunded: amountRefunded } = object;
  return { change, payableId, paymentIntentId, ...(isRefund && amountRefunded !== undefined && { amountRefunded }) };
}

/** Why it failed, in the word that the payment service has for a decline: the code says as much as `generic_decline` does. */
function codeOf(error: PaymentEvent['data']['object']['last_payment_error']): string | undefined {
  const { code, decline_code: declined } = error ?? {};
  return declined && declined !== 'generic_decline' ? declined : (code ?? declined);
}
