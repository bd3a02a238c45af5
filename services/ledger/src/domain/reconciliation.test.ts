import { describe, expect, it } from 'vitest';
import { compare, type PaymentBalance } from './reconciliation.ts';

const balance = (given: Partial<PaymentBalance>): PaymentBalance => ({
  paymentIntentId: 'pi_1',
  currency: 'EUR',
  booked: 100,
  provided: 100,
  state: 'open',
  since: '2026-05-04T09:30:00.000Z',
  ...given,
});

describe('a payment', () => {
  it('that agrees is not published', () => {
    expect(compare(balance({}))).toEqual({ state: 'agreed' });
  });

  it.each([
    ['the ledger does not have', { booked: 0 }],
    ['the provider does not have', { provided: 0 }],
    ['of which each has another amount', { provided: 101 }],
    ['that the provider alone gave back', { provided: 0, booked: 100 }],
  ])('%s is published as a difference', (_, given) => {
    expect(compare(balance(given))).toEqual({ state: 'differs', publish: 'found' });
  });

  it('with a difference that was published is not published again', () => {
    expect(compare(balance({ booked: 0, published: { booked: 0, provided: 100 } }))).toEqual({ state: 'differs' });
  });

  it('with another difference than before is published again', () => {
    const published = { booked: 0, provided: 100 };
    expect(compare(balance({ booked: 50, published }))).toEqual({ state: 'differs', publish: 'found' });
  });

  it('that differed and agrees now is published as resolved', () => {
    expect(compare(balance({ published: { booked: 0, provided: 100 } }))).toEqual({
      state: 'agreed',
      publish: 'resolved',
    });
  });
});
