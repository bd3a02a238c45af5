import { describe, expect, it } from '@jest/globals';
import { booksInMemory } from '../../test/books-in-memory.ts';
import { createIntent } from '../domain/create-intent.ts';
import type { PaymentIntent } from '../domain/payment-intent.ts';
import { cancelIntent, captureIntent, orMissing } from '../domain/settle-intent.ts';
import { answerOnce } from './answer-once.ts';

const now = '2026-05-04T09:30:00.000Z';
const create =
  (id: string, paymentMethod = 'pm_card_visa') =>
  () =>
    createIntent(
      { amount: 24900, currency: 'eur', captureMethod: 'manual', confirm: true, paymentMethod, metadata: {} },
      { intent: id, charge: `ch_${id}` },
      now,
    );
const request = { idempotencyKey: 'order-1-authorize', fingerprint: 'a' };
const ofIntent = (key: string) => ({ idempotencyKey: key, fingerprint: key, intentId: 'pi_1' });
const capture = (found: PaymentIntent | undefined) => orMissing(found, 'pi_1', (intent) => captureIntent(intent));
const cancel = (found: PaymentIntent | undefined) =>
  orMissing(found, 'pi_1', (intent) => cancelIntent(intent, null, now));

describe('the same key with the same parameters', () => {
  it('gets the same answer and makes nothing twice', async () => {
    const books = booksInMemory();
    const first = await answerOnce({ books, now }, request, create('pi_1'));
    const again = await answerOnce({ books, now }, request, create('pi_2'));
    expect(again).toEqual({ ...first, replayed: true });
    expect(await books.intents(undefined)).toHaveLength(1);
  });

  it('gets a decline again', async () => {
    const books = booksInMemory();
    const declined = create('pi_1', 'pm_card_visa_chargeDeclined');
    const first = await answerOnce({ books, now }, request, declined);
    expect(first).toMatchObject({ status: 402, replayed: false });
    expect(await answerOnce({ books, now }, request, create('pi_2'))).toEqual({ ...first, replayed: true });
  });

  it('gets one answer when it is asked ten times at once', async () => {
    const books = booksInMemory();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => answerOnce({ books, now }, request, create(`pi_${index}`))),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await books.intents(undefined)).toHaveLength(1);
  });
});

describe('the same key with other parameters', () => {
  it('is an idempotency error', async () => {
    const books = booksInMemory();
    await answerOnce({ books, now }, request, create('pi_1'));
    const other = await answerOnce({ books, now }, { ...request, fingerprint: 'b' }, create('pi_2'));
    expect(other.status).toBe(400);
    expect(JSON.parse(other.body)).toMatchObject({ error: { type: 'idempotency_error' } });
  });
});

describe('a capture and a cancel at the same time', () => {
  it('have one winner, and the loser is told the state', async () => {
    const books = booksInMemory();
    await answerOnce({ books, now }, request, create('pi_1'));
    const answers = await Promise.all([
      answerOnce({ books, now }, ofIntent('capture'), capture),
      answerOnce({ books, now }, ofIntent('cancel'), cancel),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 400)?.body).toContain('payment_intent_unexpected_state');
  });
});
