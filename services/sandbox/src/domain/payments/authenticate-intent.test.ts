import { describe, expect, it } from 'vitest';
import { anIntent, intentOf, NOW, waitingIntent } from '../../../test/intents.ts';
import { authenticateIntent } from './authenticate-intent.ts';
import { cancelIntent, captureIntent } from './settle-intent.ts';

describe('an intent that waits for the shopper', () => {
  it('holds the money once they authenticated', () => {
    expect(authenticateIntent(waitingIntent(), 'authenticate', 'ch_2')).toMatchObject({
      outcome: 'done',
      intent: { status: 'requires_capture', charges: [{ id: 'ch_2', outcome: 'authorized' }], lastPaymentError: null },
    });
  });

  it('captures an intent with automatic capture', () => {
    const waiting = { ...waitingIntent(), captureMethod: 'automatic' } as const;
    expect(authenticateIntent(waiting, 'authenticate', 'ch_2')).toMatchObject({
      intent: { status: 'succeeded', amountReceived: 24900, charges: [{ outcome: 'captured' }] },
    });
  });

  it('wants another card after they failed, and says why', () => {
    expect(authenticateIntent(waitingIntent(), 'fail', 'ch_2')).toMatchObject({
      outcome: 'done',
      intent: {
        status: 'requires_payment_method',
        paymentMethod: null,
        charges: [],
        lastPaymentError: { code: 'payment_intent_authentication_failure' },
      },
    });
  });
});

describe('an intent that requires no authentication', () => {
  const authenticated = intentOf(authenticateIntent(waitingIntent(), 'authenticate', 'ch_2'));

  it.each([
    ['was authenticated', authenticated],
    ['failed', intentOf(authenticateIntent(waitingIntent(), 'fail', 'ch_2'))],
    ['was captured', intentOf(captureIntent(authenticated))],
    ['was cancelled', intentOf(cancelIntent(waitingIntent(), null, NOW))],
    ['was never to be authenticated', anIntent()],
  ])('stays as it is when it %s', (_, intent) => {
    for (const answer of ['authenticate', 'fail'] as const) {
      const decision = authenticateIntent(intent, answer, 'ch_3');
      expect(decision).toMatchObject({ outcome: 'rejected', error: { code: 'payment_intent_unexpected_state' } });
      expect(decision.intent).toBeUndefined();
    }
  });
});
