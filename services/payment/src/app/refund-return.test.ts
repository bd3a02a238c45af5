import { describe, expect, it } from 'vitest';
import { type Money, ReturnId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import fc from 'fast-check';
import { authorization, now, orderId, returnUrl } from '../../test/builders.ts';
import { paymentsInMemory } from '../../test/payments-in-memory.ts';
import { providerInMemory, refundedOf } from '../../test/provider-in-memory.ts';
import { recordRefunded } from '../domain/refund.ts';
import { authorizePayment } from './authorize-payment.ts';
import { capturePayment } from './capture-payment.ts';
import { recordSettlement } from './record-settlement.ts';
import { refundReturn } from './refund-return.ts';
import { reversePayment } from './reverse-payment.ts';

const returnIdOf = (n: number) => ReturnId.parse(`ret_${orderId.slice(4)}_${String(n).padStart(8, '0')}`);
const euros = (amount: number): Money => ({ amount, currency: 'EUR' });
const TOTAL = authorization().amount.amount;
const PART = Math.floor(TOTAL / 3);

/** An order whose payment is authorized, and captured by default. */
async function paid({ captured = true } = {}) {
  const { payments, events } = paymentsInMemory();
  const { provider, intents } = providerInMemory();
  const ports = { payments, provider, returnUrl, now };
  await authorizePayment(ports, authorization());
  if (captured) await capturePayment(ports, { payableId: orderId, attempt: 1 });
  const report = (amountRefunded: number, intentId = 'pi_1') =>
    recordSettlement(ports, orderId, (record) => recordRefunded(record, { intentId, amountRefunded }, now));
  const [intent] = intents;
  if (!intent) throw new Error('The provider has no intent');
  return {
    intent,
    refund: (n: number, amount = PART, given: Partial<typeof provider> = {}) =>
      refundReturn(
        { ...ports, provider: { ...provider, ...given } },
        { orderId, returnId: returnIdOf(n), amount: euros(amount) },
      ),
    report,
    /** Reports the total that the provider refunded so far. */
    reportAll: () => report(refundedOf(intent)),
    refundInDashboard: (amount: number) => {
      intent.refundedInDashboard += Math.min(amount, TOTAL - refundedOf(intent));
    },
    reverse: () => reversePayment(ports, { payableId: orderId, attempt: 1 }),
    returned: () => [...intent.parts.entries()],
    published: (event: string) => events.flatMap(({ name, data }) => (name === event ? [data] : [])),
    status: async () => (await payments.of(orderId))?.payment?.status,
  };
}
type Published = readonly { readonly returnId?: string; readonly amount: Money }[];

const refunded = (amount: number, n?: number) => ({
  payableId: orderId,
  ...(n !== undefined && { returnId: returnIdOf(n) }),
  paymentIntentId: 'pi_1',
  amount: euros(amount),
});

describe('a return that was received', () => {
  it('is refunded once, and published once the provider reported the refund', async () => {
    const { refund, report, returned, published, status } = await paid();
    expect([await refund(1), await refund(1)]).toEqual(['accepted', 'accepted_before']);
    expect(returned()).toEqual([[returnIdOf(1), PART]]);
    expect(published('PaymentRefunded')).toEqual([]);
    expect([await report(PART), await report(PART)]).toEqual(['recorded', 'nothing_new']);
    expect(published('PaymentRefunded')).toEqual([refunded(PART, 1)]);
    expect(await status()).toBe('captured');
  });

  it('of everything makes the payment a refunded one', async () => {
    const { refund, report, status } = await paid();
    await refund(1, TOTAL);
    await report(TOTAL);
    expect(await status()).toBe('refunded');
    expect(await refund(1, TOTAL)).toBe('accepted_before');
  });

  it('is not refunded if the payment was not captured, or is reversed', async () => {
    expect(await (await paid({ captured: false })).refund(1)).toBe('not_charged');
    const { refund, reverse, returned } = await paid();
    await reverse();
    expect(await refund(3, 1)).toBe('not_charged');
    expect(returned()).toEqual([]);
  });

  it('ignores reports about another payment intent', async () => {
    const { refund, report, published } = await paid();
    await refund(1);
    expect(await report(PART, 'pi_2')).toBe('nothing_new');
    expect(published('PaymentRefunded')).toEqual([]);
  });

  it('is not refunded again when the provider forgot the idempotency key', async () => {
    const { refund, returned } = await paid();
    const lostAnswer = async () => {
      throw new Error('The answer was lost');
    };
    await expect(refund(1, PART, { refund: lostAnswer })).rejects.toThrow('The answer was lost');
    const refundsOf = async () => [{ returnId: returnIdOf(1), amount: PART }];
    expect(await refund(1, PART, { refundsOf, refund: lostAnswer })).toBe('accepted');
    expect(returned()).toEqual([]);
  });
});

describe('a refund in the dashboard of the provider', () => {
  it('is recorded and published without a return, whether or not a return is refunded too', async () => {
    const { refundInDashboard, reportAll, refund, published } = await paid();
    refundInDashboard(1000);
    await reportAll();
    expect(published('PaymentRefunded')).toEqual([refunded(1000)]);
    expect(await refund(1, TOTAL)).toBe('accepted');
    await reportAll();
    expect(published('PaymentRefunded')).toEqual([refunded(1000), refunded(TOTAL - 1000, 1)]);
  });

  it('that was not reported yet reduces the refund of a return to what is left', async () => {
    const { refundInDashboard, refund, reportAll, returned, published, status } = await paid();
    refundInDashboard(1000);
    expect(await refund(1, TOTAL)).toBe('accepted');
    expect(returned()).toEqual([[returnIdOf(1), TOTAL - 1000]]);
    await reportAll();
    expect(published('PaymentRefunded')).toEqual([refunded(1000), refunded(TOTAL - 1000, 1)]);
    expect(await status()).toBe('refunded');
  });

  it('of everything leaves nothing for a return, which is complete nevertheless', async () => {
    for (const isReported of [true, false]) {
      const { refundInDashboard, refund, reportAll, published } = await paid();
      refundInDashboard(TOTAL);
      if (isReported) await reportAll();
      expect(await refund(1, TOTAL)).toBe('nothing_left');
      expect(await refund(1, TOTAL)).toBe('accepted_before');
      expect(published('PaymentRefunded')).toEqual([refunded(TOTAL), refunded(0, 1)]);
    }
  });

  it('reduces the amount of a reversal', async () => {
    const { refundInDashboard, reportAll, reverse, published } = await paid();
    refundInDashboard(1000);
    await reportAll();
    expect(await reverse()).toEqual({ outcome: 'refunded' });
    expect(published('PaymentReversed')).toMatchObject([{ how: 'refunded', amount: euros(TOTAL - 1000) }]);
  });
});

describe('a refund that the provider rejects for good', () => {
  it('is published with the reason, and can be requested again', async () => {
    const { refund, published, returned } = await paid();
    const disputed = async () => {
      throw new PermanentError('The charge is disputed');
    };
    expect(await refund(1, PART, { refund: disputed })).toBe('failed');
    expect(published('ReturnRefundFailed')).toEqual([
      { orderId, returnId: returnIdOf(1), amount: euros(PART), reason: 'The charge is disputed' },
    ]);
    expect(await refund(1)).toBe('accepted');
    expect(returned()).toEqual([[returnIdOf(1), PART]]);
  });

  it('is requested again as a new attempt, and an attempt without an answer as the same one', async () => {
    const { refund } = await paid();
    const attempts: (number | undefined)[] = [];
    const failing =
      (error: Error) => async (_payable: unknown, _intent: unknown, part?: { readonly attempt: number }) => {
        attempts.push(part?.attempt);
        throw error;
      };
    const disputed = failing(new PermanentError('The charge is disputed'));
    const lost = failing(new Error('The response was lost'));
    await refund(1, PART, { refund: disputed });
    await expect(refund(1, PART, { refund: lost })).rejects.toThrow('lost');
    await refund(1, PART, { refund: disputed });
    await refund(1, PART, { refund: disputed });
    expect(attempts).toEqual([1, 2, 2, 3]);
  });
});

it('publishes each refund once, and never more than was paid, in whichever order requests and reports arrive', async () => {
  const step = fc.oneof(
    fc.record({ refund: fc.constantFrom(1, 2, 3) }),
    fc.record({ inDashboard: fc.integer({ min: 1, max: TOTAL }) }),
    fc.constant({ report: true as const }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { intent, refund, refundInDashboard, reportAll, published, status } = await paid();
      for (const each of steps) {
        if ('refund' in each) await refund(each.refund);
        else if ('inDashboard' in each) refundInDashboard(each.inDashboard);
        else await reportAll();
      }
      for (const n of [1, 2, 3]) await refund(n);
      await reportAll();

      const all = published('PaymentRefunded') as unknown as Published;
      const returns = all.flatMap(({ returnId }) => (returnId ? [returnId] : []));
      expect(returns.toSorted()).toEqual([1, 2, 3].map(returnIdOf));
      expect(all.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(refundedOf(intent));
      expect(refundedOf(intent)).toBeLessThanOrEqual(TOTAL);
      expect(await status()).toBe(refundedOf(intent) === TOTAL ? 'refunded' : 'captured');
    }),
    { numRuns: 300 },
  );
});
