import { ReceiveCarrierWebhook, ReceivePaymentWebhook } from '@waypost/contracts';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { standardWebhooksSignature } from '../src/adapters/standard-webhooks-signature.ts';
import { stripeSignature } from '../src/adapters/stripe-signature.ts';
import type { ReadEvent } from '../src/app/receive-webhook.ts';
import { readCarrierEvent } from '../src/domain/carrier-event.ts';
import { readPaymentEvent } from '../src/domain/payment-event.ts';
import type { WebhookRoute } from '../src/intake-function.ts';
import type { SignatureOf } from '../src/ports.ts';

export const ORDER = `ord_${'1'.padStart(32, '0')}`;

/** As Secrets Manager makes them, with what the intake puts before. */
export const SECRET = `whsec_${'kT3mQ9xLr7Vb2NfYc8Zw'.padEnd(32, 'A')}`;
export const OLDER_SECRET = `whsec_${'older'.padEnd(32, 'B')}`;
export const STRANGE_SECRET = `whsec_${'strange'.padEnd(32, 'C')}`;

/** A provider as it sends: what it says and how it signs, by its own library. */
export interface SendingProvider {
  readonly name: string;
  readonly route: WebhookRoute;
  readonly signatureOf: SignatureOf;
  readonly readEvent: ReadEvent;
  readonly id: string;
  readonly body: string;
  /** Headers over a body, at a time in epoch milliseconds. */
  readonly sign: (body: string, given?: { readonly secret?: string; readonly at?: number }) => Record<string, string>;
}

/** An event of the payment provider: `pi_1` of the order, unless told otherwise. */
export const paymentEvent = (given: { type?: string; object?: Record<string, unknown> } = {}) => ({
  id: 'evt_1PAY0000000000000000001',
  object: 'event',
  api_version: '2026-04-22',
  created: 1_777_887_000,
  type: given.type ?? 'payment_intent.amount_capturable_updated',
  data: {
    object: {
      id: 'pi_1',
      object: 'payment_intent',
      amount: 24_900,
      metadata: { orderId: ORDER, note: 'für Zoë 🏕️' },
      last_payment_error: null,
      receipt_email: 'zoe@waypost.example',
      ...given.object,
    },
  },
});

const payment: SendingProvider = {
  name: 'payment provider',
  route: ReceivePaymentWebhook,
  signatureOf: stripeSignature,
  readEvent: readPaymentEvent,
  id: 'evt_1PAY0000000000000000001',
  // As Stripe sends it: indented, so that who parses and writes it again has other bytes.
  body: JSON.stringify(paymentEvent(), null, 2),
  sign: (payload, { secret = SECRET, at = Date.now() } = {}) => ({
    'Stripe-Signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: at / 1000 }),
  }),
};

export const carrierEvent = (data: Record<string, unknown> = {}) => ({
  type: 'parcel.updated',
  timestamp: '2026-05-04T09:30:01Z',
  data: { shipmentId: 'shp_1_north', status: 'in_transit', at: '2026-05-04T11:30:00+02:00', town: 'Zürich', ...data },
});

const carrier: SendingProvider = {
  name: 'carrier',
  route: ReceiveCarrierWebhook,
  signatureOf: standardWebhooksSignature,
  readEvent: readCarrierEvent,
  id: 'msg_1',
  body: JSON.stringify(carrierEvent(), null, 2),
  sign: (body, { secret = SECRET, at = Date.now() } = {}) => ({
    'Webhook-Id': 'msg_1',
    'Webhook-Timestamp': String(Math.floor(at / 1000)),
    'Webhook-Signature': new Webhook(secret).sign('msg_1', new Date(at), body),
  }),
};

export const providers: readonly SendingProvider[] = [payment, carrier];
