import { describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { standardHeaders, webhookOf } from './webhooks.ts';

const secret = `whsec_${'kT3mQ9xLr7Vb2NfYc8Zw'.padEnd(32, 'A')}`;
const parcel = {
  parcelId: 'shp_1_north',
  reference: 'ord_1',
  carrier: 'parcel-post',
  journey: [],
  history: [],
  recalled: false,
};

describe('a webhook of the carrier', () => {
  const at = new Date().toISOString();
  const webhook = webhookOf(parcel, 'in_transit', at);

  it('is accepted by the library of Standard Webhooks, and by no other secret', () => {
    const headers = standardHeaders(webhook, secret, at);
    expect(new Webhook(secret).verify(webhook.payload, headers)).toEqual({
      type: 'parcel.updated',
      timestamp: at,
      data: { shipmentId: 'shp_1_north', status: 'in_transit', at },
    });
    expect(() => new Webhook(`whsec_${'A'.repeat(32)}`).verify(webhook.payload, headers)).toThrow('signature');
  });

  it('has the same id however often the same step is reported, and no full stop in it', () => {
    expect(webhookOf(parcel, 'in_transit', '2026-05-04T09:30:00Z').eventId).toBe(webhook.eventId);
    expect(webhookOf(parcel, 'delivered', at).eventId).not.toBe(webhook.eventId);
    expect(webhook.eventId).not.toContain('.');
  });
});
