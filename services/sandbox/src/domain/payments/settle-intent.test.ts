import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { anIntent, intentOf, NOW, waitingIntent } from '../../../test/intents.ts';
import { amountCapturable, amountRefunded } from './payment-intent.ts';
import { cancelIntent, captureIntent, orMissing, refundIntent } from './settle-intent.ts';

const held = anIntent();
const taken = intentOf(captureIntent(held));
const canceled = intentOf(cancelIntent(held, null, NOW));

describe('an intent that holds money', () => {
  it('is captured once', () => {
    expect(taken).toMatchObject({ status: 'succeeded', amountReceived: 24900, charges: [{ outcome: 'captured' }] });
    expect(captureIntent(taken)).toMatchObject({
      outcome: 'rejected',
      error: { status: 400, code: 'payment_intent_unexpected_state' },
      about: { status: 'succeeded' },
    });
  });

  it('is captured in part, and no more than it holds', () => {
    expect(captureIntent(held, 10000)).toMatchObject({ intent: { amountReceived: 10000 } });
    expect(captureIntent(held, 24901)).toMatchObject({ outcome: 'rejected', error: { code: 'amount_too_large' } });
  });

  it('is cancelled and releases the money', () => {
    expect(canceled).toMatchObject({ status: 'canceled', canceledAt: NOW, charges: [{ outcome: 'released' }] });
    expect(amountCapturable(canceled)).toBe(0);
  });

  it('has nothing to refund', () => {
    expect(refundIntent(held, { id: 're_1' }, NOW)).toMatchObject({
      outcome: 'rejected',
      error: { code: 'payment_intent_unexpected_state' },
    });
  });
});

describe('an intent whose shopper has not authenticated', () => {
  it('is cancelled, and was never charged', () => {
    expect(cancelIntent(waitingIntent(), 'abandoned', NOW)).toMatchObject({
      intent: { status: 'canceled', charges: [] },
    });
  });

  it('has nothing to capture', () => {
    expect(captureIntent(waitingIntent())).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
  });
});

describe('a cancelled intent', () => {
  it('is not captured and not cancelled again', () => {
    expect(captureIntent(canceled)).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
    expect(cancelIntent(canceled, null, NOW)).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
  });
});

describe('an intent whose charge is disputed', () => {
  it('is not refunded', () => {
    const disputed = { ...intentOf(captureIntent(anIntent())), paymentMethod: 'pm_card_createDispute' };
    expect(refundIntent(disputed, { id: 're_1' }, NOW)).toMatchObject({
      outcome: 'rejected',
      error: { status: 400, code: 'charge_disputed' },
    });
  });
});

describe('a captured intent', () => {
  it('cannot be cancelled', () => {
    expect(cancelIntent(taken, null, NOW)).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
  });

  it('is refunded once, all of it', () => {
    const refunded = refundIntent(taken, { id: 're_1' }, NOW);
    expect(refunded).toMatchObject({ outcome: 'done', refund: { id: 're_1', amount: 24900 } });
    expect(refundIntent(intentOf(refunded), { id: 're_2' }, NOW)).toMatchObject({
      error: { code: 'charge_already_refunded' },
    });
  });
});

it('rejects an unknown intent', () => {
  expect(orMissing(undefined, 'pi_none', () => ({ outcome: 'done', intent: held }))).toMatchObject({
    error: { status: 404, code: 'resource_missing', message: "No such payment_intent: 'pi_none'" },
  });
});

it('never captures more than was authorized nor refunds more than was captured, in whichever order requests arrive', () => {
  const operation = fc.oneof(
    fc.record({
      do: fc.constant('capture' as const),
      amount: fc.option(fc.integer({ min: 1, max: 30000 }), { nil: undefined }),
    }),
    fc.record({ do: fc.constant('cancel' as const), amount: fc.constant(undefined) }),
    fc.record({
      do: fc.constant('refund' as const),
      amount: fc.option(fc.integer({ min: 1, max: 30000 }), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
      const end = operations.reduce((intent, { do: asked, amount }, index) => {
        const decision =
          asked === 'capture'
            ? captureIntent(intent, amount)
            : asked === 'cancel'
              ? cancelIntent(intent, null, NOW)
              : refundIntent(intent, { id: `re_${index}`, amount }, NOW);
        return decision.intent ?? intent;
      }, held);
      expect(end.amountReceived).toBeLessThanOrEqual(end.amount);
      expect(amountRefunded(end)).toBeLessThanOrEqual(end.amountReceived);
      expect(end.status === 'canceled' && end.amountReceived > 0).toBe(false);
    }),
  );
});
