import { describe, expect, it } from 'vitest';
import Stripe from 'stripe';
import { anIntent, countedIds, intentOf, NOW } from '../../test/intents.ts';
import { captureIntent, refundIntent } from '../domain/payments/settle-intent.ts';
import { API_VERSION, webhooksOf } from './webhooks.ts';

const taken = intentOf(captureIntent(anIntent()));
const cause = { now: NOW, newId: countedIds(), requestId: 'req_1', idempotencyKey: 'order-1-refund' };

describe('an event', () => {
  it('is written in the version of the API that the library knows', () => {
    expect(API_VERSION).toBe(Stripe.API_VERSION);
  });

  it('of a refund is about the charge, and names the order', () => {
    const refunded = intentOf(refundIntent(taken, { id: 're_1', amount: 900 }, NOW));
    const [webhook, ...others] = webhooksOf(taken, refunded, cause);
    expect(others).toEqual([]);
    expect(JSON.parse(webhook?.payload ?? '')).toEqual({
      id: webhook?.eventId,
      object: 'event',
      api_version: API_VERSION,
      created: Date.parse(NOW) / 1000,
      data: {
        object: expect.objectContaining({
          object: 'charge',
          id: 'ch_1',
          payment_intent: 'pi_1',
          amount_refunded: 900,
          refunded: false,
          metadata: { orderId: 'ord_1' },
        }),
      },
      livemode: false,
      pending_webhooks: 1,
      request: { id: 'req_1', idempotency_key: 'order-1-refund' },
      type: 'charge.refunded',
    });
  });

  it('reports a full refund', () => {
    const [webhook] = webhooksOf(taken, intentOf(refundIntent(taken, { id: 're_1' }, NOW)), cause);
    expect(JSON.parse(webhook?.payload ?? '')).toMatchObject({ data: { object: { refunded: true } } });
  });
});
