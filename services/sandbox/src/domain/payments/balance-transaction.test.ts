import { describe, expect, it } from 'vitest';
import { anIntent, intentOf, NOW } from '../../../test/intents.ts';
import { feeOf, transactionsOf } from './balance-transaction.ts';
import { cancelIntent, captureIntent, refundIntent } from './settle-intent.ts';

const held = anIntent();
const taken = intentOf(captureIntent(held));
const given = (amount: number | undefined, id: string, from = taken) =>
  intentOf(refundIntent(from, { id, amount }, NOW));

describe('the balance', () => {
  it('grows by what is captured, less the fee, and by nothing before', () => {
    expect(transactionsOf(undefined, held, NOW)).toEqual([]);
    expect(transactionsOf(held, taken, NOW)).toMatchObject([
      { id: 'txn_ch_1', type: 'charge', amount: 24900, fee: 399, source: 'ch_1', paymentIntent: 'pi_1' },
    ]);
    expect(transactionsOf(taken, taken, NOW)).toEqual([]);
  });

  it('grows at once with automatic capture', () => {
    expect(transactionsOf(undefined, anIntent({ captureMethod: 'automatic' }), NOW)).toHaveLength(1);
  });

  it('does not change by what is released', () => {
    expect(transactionsOf(held, intentOf(cancelIntent(held, null, NOW)), NOW)).toEqual([]);
  });

  it('falls by each refund, once, and the fee is kept', () => {
    const part = given(900, 're_1');
    const rest = given(undefined, 're_2', part);
    expect(transactionsOf(taken, part, NOW)).toMatchObject([{ id: 'txn_re_1', type: 'refund', amount: -900, fee: 0 }]);
    expect(transactionsOf(part, rest, NOW)).toMatchObject([{ id: 'txn_re_2', amount: -24000 }]);
  });

  it('has a fee of 1.5 % and 25 cents, to the nearest cent', () => {
    expect([feeOf(100), feeOf(1999), feeOf(24900)]).toEqual([27, 55, 399]);
  });
});
