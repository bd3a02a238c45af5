import { describe, expect, it } from 'vitest';
import { recordsInMemory } from '../../test/records-in-memory.ts';
import { requestedIntent, countedIds, NOW } from '../../test/intents.ts';
import { createIntent } from '../domain/payments/create-intent.ts';
import type { PaymentIntent } from '../domain/payments/payment-intent.ts';
import { cancelIntent, captureIntent, orMissing } from '../domain/payments/settle-intent.ts';
import { answerOnce } from './answer-once.ts';

const portsWith = (records = recordsInMemory()) => ({ records, now: NOW, newId: countedIds(), requestId: 'req_1' });
const create =
  (id: string, paymentMethod = 'pm_card_visa') =>
  () =>
    createIntent(requestedIntent({ paymentMethod }), { intent: id, charge: `ch_${id}` }, NOW);
const request = { idempotencyKey: 'order-1-authorize', fingerprint: 'a' };
const ofIntent = (key: string) => ({ idempotencyKey: key, fingerprint: key, intentId: 'pi_1' });
const capture = (found: PaymentIntent | undefined) => orMissing(found, 'pi_1', (intent) => captureIntent(intent));
const cancel = (found: PaymentIntent | undefined) =>
  orMissing(found, 'pi_1', (intent) => cancelIntent(intent, null, NOW));

describe('the same key with the same parameters', () => {
  it('gets the same answer and makes nothing twice', async () => {
    const ports = portsWith();
    const first = await answerOnce(ports, request, create('pi_1'));
    const again = await answerOnce(ports, request, create('pi_2'));
    expect(again).toEqual({ ...first, replayed: true });
    expect(await ports.records.intents(undefined)).toHaveLength(1);
  });

  it('gets a decline again', async () => {
    const ports = portsWith();
    const declined = create('pi_1', 'pm_card_visa_chargeDeclined');
    const first = await answerOnce(ports, request, declined);
    expect(first).toMatchObject({ status: 402, replayed: false });
    expect(await answerOnce(ports, request, create('pi_2'))).toEqual({ ...first, replayed: true });
  });

  it('gets one response to ten concurrent requests', async () => {
    const ports = portsWith();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => answerOnce(ports, request, create(`pi_${index}`))),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await ports.records.intents(undefined)).toHaveLength(1);
  });
});

describe('the same key with other parameters', () => {
  it('is an idempotency error', async () => {
    const ports = portsWith();
    await answerOnce(ports, request, create('pi_1'));
    const other = await answerOnce(ports, { ...request, fingerprint: 'b' }, create('pi_2'));
    expect(other.status).toBe(400);
    expect(JSON.parse(other.body)).toMatchObject({ error: { type: 'idempotency_error' } });
  });
});

describe('a capture and a cancel at the same time', () => {
  it('have one winner, and the loser gets the new state', async () => {
    const ports = portsWith();
    await answerOnce(ports, request, create('pi_1'));
    const answers = await Promise.all([
      answerOnce(ports, ofIntent('capture'), capture),
      answerOnce(ports, ofIntent('cancel'), cancel),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 400)?.body).toContain('payment_intent_unexpected_state');
  });
});

describe('a change of an intent', () => {
  it('is reported by webhook, with the request that caused it, and once per key', async () => {
    const ports = portsWith();
    await answerOnce(ports, request, create('pi_1'));
    await answerOnce(ports, request, create('pi_2'));
    await answerOnce(ports, ofIntent('capture'), capture);
    expect(ports.records.webhooks.map(({ type }) => type)).toEqual([
      'payment_intent.amount_capturable_updated',
      'payment_intent.succeeded',
    ]);
    const [first] = ports.records.webhooks;
    expect(JSON.parse(first?.payload ?? '')).toMatchObject({
      id: first?.eventId,
      data: { object: { id: 'pi_1', metadata: { orderId: 'ord_1' } } },
      request: { id: 'req_1', idempotency_key: 'order-1-authorize' },
    });
  });

  it('that was rejected is not reported', async () => {
    const ports = portsWith();
    await answerOnce(ports, request, create('pi_1'));
    await answerOnce(ports, ofIntent('cancel'), cancel);
    await answerOnce(ports, ofIntent('capture'), capture);
    expect(ports.records.webhooks.map(({ type }) => type).at(-1)).toBe('payment_intent.canceled');
    expect(ports.records.webhooks).toHaveLength(2);
  });
});
