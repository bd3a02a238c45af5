import { createHmac } from 'node:crypto';
import { PARCEL_UPDATED } from '@waypost/contracts';
import type { CarrierParcel, Reported } from '../domain/carrier/parcel.ts';
import type { Webhook } from '../ports.ts';

/** Webhook of a parcel's step. Its id is the same for repeated reports, so that a consumer processes it once. */
export function webhookOf({ parcelId }: CarrierParcel, status: Reported, at: string): Webhook {
  const type = PARCEL_UPDATED;
  const payload = JSON.stringify({ type, timestamp: at, data: { shipmentId: parcelId, status, at } });
  return { provider: 'carrier', eventId: `msg_${parcelId}_${status}`, type, payload };
}

/**
 * The headers of a payload as Standard Webhooks has them.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 * @param secret base64 behind `whsec_`.
 * @param at when it is sent, RFC 3339.
 */
export function standardHeaders(
  { eventId, payload }: Webhook,
  secret: string,
  at: string,
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(Date.parse(at) / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${eventId}.${timestamp}.${payload}`).digest('base64');
  return { 'webhook-id': eventId, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` };
}
