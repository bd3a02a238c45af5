import { describe, expect, it } from 'vitest';
import { requestedIntent, NOW, waitingIntent } from '../../../test/intents.ts';
import { requiresAuthentication, createIntent, type IntentToCreate } from './create-intent.ts';

const create = (asked: Partial<IntentToCreate>) =>
  createIntent(requestedIntent(asked), { intent: 'pi_1', charge: 'ch_1' }, NOW);

describe('a card that approves', () => {
  it('holds the money until it is captured', () => {
    expect(create({})).toMatchObject({
      outcome: 'done',
      intent: { status: 'requires_capture', amountReceived: 0, charges: [{ id: 'ch_1', outcome: 'authorized' }] },
    });
  });

  it('captures at once with automatic capture', () => {
    expect(create({ captureMethod: 'automatic' })).toMatchObject({
      intent: { status: 'succeeded', amountReceived: 24900 },
    });
  });

  it('is not charged before it is confirmed', () => {
    expect(create({ confirm: false })).toMatchObject({ intent: { status: 'requires_confirmation', charges: [] } });
  });
});

describe('a card that declines', () => {
  it.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', undefined],
  ])('%s tells %s', (paymentMethod, code, declineCode) => {
    const decision = create({ paymentMethod });
    expect(decision).toMatchObject({
      outcome: 'rejected',
      error: { status: 402, type: 'card_error', code, ...(declineCode && { declineCode }) },
      about: { status: 'requires_payment_method', paymentMethod: null, charges: [{ outcome: 'failed' }] },
    });
  });

  it('keeps the intent, which holds nothing', () => {
    const decision = create({ paymentMethod: 'pm_card_visa_chargeDeclined' });
    expect(decision.intent).toMatchObject({ status: 'requires_payment_method', amountReceived: 0 });
  });
});

describe('a card with a decline fault', () => {
  it.each(['pm_card_visa', 'pm_card_authenticationRequired'])(
    '%s is declined, whatever it is known for',
    (paymentMethod) => {
      expect(create({ paymentMethod, declines: true })).toMatchObject({
        outcome: 'rejected',
        error: { status: 402, code: 'card_declined', declineCode: 'generic_decline' },
        intent: { status: 'requires_payment_method', paymentMethod: null, charges: [{ outcome: 'failed' }] },
      });
    },
  );

  it('is declined when it is charged, and not before', () => {
    expect(create({ confirm: false, declines: true })).toMatchObject({ intent: { status: 'requires_confirmation' } });
  });
});

describe('a card that must be authenticated', () => {
  it('is not charged, and waits for the shopper', () => {
    expect(waitingIntent('https://shop.example/orders/ord_1')).toMatchObject({
      status: 'requires_action',
      authentication: { returnUrl: 'https://shop.example/orders/ord_1' },
      charges: [],
    });
  });

  it('alone asks, and only once it is confirmed', () => {
    const paymentMethod = 'pm_card_authenticationRequired';
    expect(requiresAuthentication({ confirm: true, paymentMethod })).toBe(true);
    expect(requiresAuthentication({ confirm: false, paymentMethod })).toBe(false);
    expect(requiresAuthentication({ confirm: true, paymentMethod: 'pm_card_visa' })).toBe(false);
    expect(requiresAuthentication({ confirm: true, paymentMethod: null })).toBe(false);
  });
});

describe('a request that cannot be done', () => {
  it('rejects an unknown payment method, and stores nothing', () => {
    expect(create({ paymentMethod: 'pm_card_unheard_of' })).toEqual({
      outcome: 'rejected',
      error: {
        status: 400,
        type: 'invalid_request_error',
        code: 'resource_missing',
        message: "No such PaymentMethod: 'pm_card_unheard_of'",
        param: 'payment_method',
      },
    });
  });

  it.each([
    [49, 'amount_too_small'],
    [100_000_000, 'amount_too_large'],
  ])('refuses the amount %d as %s', (amount, code) => {
    expect(create({ amount })).toMatchObject({ outcome: 'rejected', error: { status: 400, code } });
  });

  it('cannot confirm without a payment method', () => {
    expect(create({ paymentMethod: null })).toMatchObject({
      outcome: 'rejected',
      error: { code: 'payment_intent_unexpected_state' },
    });
  });
});
