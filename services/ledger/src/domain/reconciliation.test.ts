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
  it('of which both say the same is agreed on, and nothing is told', () => {
    expect(compare(balance({}))).toEqual({ state: 'agreed' });
  });

  it.each([
    ['the books do not have', { booked: 0 }],
    ['the provider does not have', { provided: 0 }],
    ['of which each has another amount', { provided: 101 }],
    ['that the provider alone gave back', { provided: 0, booked: 100 }],
  ])('%s differs, and is told', (_, given) => {
    expect(compare(balance(given))).toEqual({ state: 'differs', tell: 'found' });
  });

  it('that differs as it was told to is not told again', () => {
    expect(compare(balance({ booked: 0, told: { booked: 0, provided: 100 } }))).toEqual({ state: 'differs' });
  });

  it('that differs by something else now is told again', () => {
    const told = { booked: 0, provided: 100 };
    expect(compare(balance({ booked: 50, told }))).toEqual({ state: 'differs', tell: 'found' });
  });

  it('that differed and agrees now is told as resolved', () => {
    expect(compare(balance({ told: { booked: 0, provided: 100 } }))).toEqual({ state: 'agreed', tell: 'resolved' });
  });
});
