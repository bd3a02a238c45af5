import { describe, expect, it } from 'vitest';
import { anIntent, intentOf, NOW, waitingIntent } from '../../../test/intents.ts';
import { authenticateIntent } from './authenticate-intent.ts';
import { changesOf } from './intent-changes.ts';
import { cancelIntent, captureIntent, refundIntent } from './settle-intent.ts';

const waiting = waitingIntent();
const held = anIntent();
const taken = intentOf(captureIntent(held));
const refundedInPart = intentOf(refundIntent(taken, { id: 're_1', amount: 100 }, NOW));

describe('the webhooks of an intent', () => {
  it.each([
    ['holds money from the start', undefined, held, ['payment_intent.amount_capturable_updated']],
    ['takes money from the start', undefined, anIntent({ captureMethod: 'automatic' }), ['payment_intent.succeeded']],
    ['is declined', undefined, anIntent({ declines: true }), ['payment_intent.payment_failed']],
    ['waits for the shopper', undefined, waiting, []],
    ['is not confirmed', undefined, anIntent({ confirm: false }), []],
    ['has no card yet', undefined, anIntent({ confirm: false, paymentMethod: null }), []],
    [
      'is authenticated',
      waiting,
      intentOf(authenticateIntent(waiting, 'authenticate', 'ch_2')),
      ['payment_intent.amount_capturable_updated'],
    ],
    [
      'is not authenticated',
      waiting,
      intentOf(authenticateIntent(waiting, 'fail', 'ch_2')),
      ['payment_intent.payment_failed'],
    ],
    ['is captured', held, taken, ['payment_intent.succeeded']],
    ['is cancelled', held, intentOf(cancelIntent(held, null, NOW)), ['payment_intent.canceled']],
    ['is refunded in part', taken, refundedInPart, ['charge.refunded']],
    [
      'is refunded again',
      refundedInPart,
      intentOf(refundIntent(refundedInPart, { id: 're_2' }, NOW)),
      ['charge.refunded'],
    ],
    ['stays as it was', refundedInPart, refundedInPart, []],
  ])('that %s', (_, before, after, changes) => {
    expect(changesOf(before, after)).toEqual(changes);
  });
});
