import { describe, expect, it } from 'vitest';
import { logger } from '@waypost/service-kit';
import Stripe from 'stripe';
import { anIntent, countedIds, NOW } from '../../test/intents.ts';
import type { WebhookEndpoint } from '../ports.ts';
import { webhooksOf } from '../stripe-protocol/webhooks.ts';
import { deliverWebhook } from './deliver-webhook.ts';

logger.setLogLevel('SILENT');

const secret = 'whsec_0123456789abcdef';
const NOTHING = { provider: 'payment', eventId: '', type: '', payload: '' } as const;
const [webhook = NOTHING] = webhooksOf(undefined, anIntent(), {
  now: NOW,
  newId: countedIds(),
  requestId: 'req_1',
  idempotencyKey: undefined,
});

interface Post {
  readonly url: string;
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
}

const NO_POST: Post = { url: '', payload: '', headers: {} };

/** An endpoint that answers with a status, and what was posted to it. */
function endpointThat(status: number): WebhookEndpoint & { readonly posts: Post[] } {
  const posts: Post[] = [];
  return {
    posts,
    find: (provider) => Promise.resolve({ url: `https://shop.example/webhooks/${provider}`, secret }),
    post: (url, payload, headers) => {
      posts.push({ url, payload, headers });
      return Promise.resolve(status);
    },
  };
}

describe('a webhook that is delivered', () => {
  it("is accepted by the provider's own library, and is one of its events", async () => {
    const endpoint = endpointThat(202);
    await deliverWebhook({ endpoint, now: NOW }, webhook);
    const [{ url, payload, headers } = NO_POST] = endpoint.posts;
    expect(url).toBe('https://shop.example/webhooks/payment');
    const event = Stripe.webhooks.constructEvent(
      payload,
      headers['stripe-signature'] ?? '',
      secret,
      300,
      undefined,
      Date.parse(NOW),
    );
    expect(event).toMatchObject({
      id: 'evt_1',
      type: 'payment_intent.amount_capturable_updated',
      data: { object: { object: 'payment_intent', status: 'requires_capture', amount_capturable: 24900 } },
    });
  });

  it('of the carrier goes to its own address, signed in its own way', async () => {
    const endpoint = endpointThat(202);
    await deliverWebhook({ endpoint, now: NOW }, { provider: 'carrier', eventId: 'msg_1', type: 'x', payload: '{}' });
    const [{ url, headers } = NO_POST] = endpoint.posts;
    expect(url).toBe('https://shop.example/webhooks/carrier');
    expect(headers).toMatchObject({ 'webhook-id': 'msg_1', 'webhook-signature': expect.stringMatching(/^v1,/) });
    expect(headers).not.toHaveProperty('stripe-signature');
  });

  it('is rejected with another secret, another payload, or long after', async () => {
    const endpoint = endpointThat(202);
    await deliverWebhook({ endpoint, now: NOW }, webhook);
    const [{ payload, headers } = NO_POST] = endpoint.posts;
    const accept = (text: string, key: string, at: number) => () =>
      Stripe.webhooks.constructEvent(text, headers['stripe-signature'] ?? '', key, 300, undefined, at);
    expect(accept(payload, 'whsec_other', Date.parse(NOW))).toThrow('signature');
    expect(accept(payload.replace('24900', '1'), secret, Date.parse(NOW))).toThrow('signature');
    expect(accept(payload, secret, Date.parse(NOW) + 301_000)).toThrow('tolerance');
  });

  it('is signed anew each time, and says the same', async () => {
    const endpoint = endpointThat(202);
    await deliverWebhook({ endpoint, now: NOW }, webhook);
    await deliverWebhook({ endpoint, now: '2026-05-04T09:40:00.000Z' }, webhook);
    const [first, second] = endpoint.posts;
    expect(second?.payload).toBe(first?.payload);
    expect(second?.headers['stripe-signature']).not.toBe(first?.headers['stripe-signature']);
  });
});

describe('a webhook that is not taken', () => {
  it.each([301, 400, 429, 500, 503])('with status %d is delivered again later', async (status) => {
    await expect(deliverWebhook({ endpoint: endpointThat(status), now: NOW }, webhook)).rejects.toMatchObject({
      name: 'TransientError',
    });
  });

  it('is dropped without a subscribed endpoint', async () => {
    const endpoint = { ...endpointThat(500), find: () => Promise.resolve(undefined) };
    await deliverWebhook({ endpoint, now: NOW }, webhook);
    expect(endpoint.posts).toEqual([]);
  });
});
