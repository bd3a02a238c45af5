import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createIntent } from './create-intent.ts';
import { amountCapturable, amountRefunded, type Decision, type PaymentIntent } from './payment-intent.ts';
import { cancelIntent, captureIntent, orMissing, refundIntent } from './settle-intent.ts';

const now = '2026-05-04T09:30:00.000Z';
const held = intentOf(
  createIntent(
    {
      amount: 24900,
      currency: 'eur',
      captureMethod: 'manual',
      confirm: true,
      paymentMethod: 'pm_card_visa',
      metadata: {},
    },
    { intent: 'pi_1', charge: 'ch_1' },
    now,
  ),
);
const taken = intentOf(captureIntent(held));
const canceled = intentOf(cancelIntent(held, null, now));

function intentOf(decision: Decision): PaymentIntent {
  if (!decision.intent) throw new Error('This decision changes no intent');
  return decision.intent;
}

describe('an intent that holds money', () => {
  it('is captured once', () => {
    expect(taken).toMatchObject({ status: 'succeeded', amountReceived: 24900, charges: [{ outcome: 'captured' }] });
    expect(captureIntent(taken)).toMatchObject({
      outcome: 'refused',
      error: { status: 400, code: 'payment_intent_unexpected_state' },
      about: { status: 'succeeded' },
    });
  });

  it('is captured in part, and no more than it holds', () => {
    expect(captureIntent(held, 10000)).toMatchObject({ intent: { amountReceived: 10000 } });
    expect(captureIntent(held, 24901)).toMatchObject({ outcome: 'refused', error: { code: 'amount_too_large' } });
  });

  it('is cancelled and releases the money', () => {
    expect(canceled).toMatchObject({ status: 'canceled', canceledAt: now, charges: [{ outcome: 'released' }] });
    expect(amountCapturable(canceled)).toBe(0);
  });

  it('has nothing to refund', () => {
    expect(refundIntent(held, undefined, 're_1', now)).toMatchObject({
      outcome: 'refused',
      error: { code: 'payment_intent_unexpected_state' },
    });
  });
});

describe('a cancelled intent', () => {
  it('is not captured and not cancelled again', () => {
    expect(captureIntent(canceled)).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
    expect(cancelIntent(canceled, null, now)).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
  });
});

describe('a captured intent', () => {
  it('cannot be cancelled', () => {
    expect(cancelIntent(taken, null, now)).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
  });

  it('is refunded once, all of it', () => {
    const refunded = refundIntent(taken, undefined, 're_1', now);
    expect(refunded).toMatchObject({ outcome: 'done', refund: { id: 're_1', amount: 24900 } });
    expect(refundIntent(intentOf(refunded), undefined, 're_2', now)).toMatchObject({
      error: { code: 'charge_already_refunded' },
    });
  });
});

it('tells of an intent that is not there', () => {
  expect(orMissing(undefined, 'pi_none', () => ({ outcome: 'done', intent: held }))).toMatchObject({
    error: { status: 404, code: 'resource_missing', message: "No such payment_intent: 'pi_none'" },
  });
});

it('never takes more than was authorized nor gives back more than was taken, whatever is asked in whatever order', () => {
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
              ? cancelIntent(intent, null, now)
              : refundIntent(intent, amount, `re_${index}`, now);
        return decision.intent ?? intent;
      }, held);
      expect(end.amountReceived).toBeLessThanOrEqual(end.amount);
      expect(amountRefunded(end)).toBeLessThanOrEqual(end.amountReceived);
      expect(end.status === 'canceled' && end.amountReceived > 0).toBe(false);
    }),
  );
});
