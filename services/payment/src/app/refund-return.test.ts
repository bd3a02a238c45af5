import { describe, expect, it } from 'vitest';
import { type Money, ReturnId } from '@waypost/contracts';
import fc from 'fast-check';
import { authorization, now, orderId, returnUrl } from '../../test/builders.ts';
import { paymentsInMemory } from '../../test/payments-in-memory.ts';
import { providerInMemory } from '../../test/provider-in-memory.ts';
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

/** An order whose money is held, and taken unless told otherwise. */
async function paid({ captured = true } = {}) {
  const { payments, events } = paymentsInMemory();
  const { provider, intents } = providerInMemory();
  const ports = { payments, provider, returnUrl, now };
  await authorizePayment(ports, authorization());
  if (captured) await capturePayment(ports, { payableId: orderId, attempt: 1 });
  return {
    refund: (n: number, amount = PART) =>
      refundReturn(ports, { orderId, returnId: returnIdOf(n), amount: euros(amount) }),
    told: (amountRefunded: number, intentId = 'pi_1') =>
      recordSettlement(ports, orderId, (record) => recordRefunded(record, { intentId, amountRefunded }, now)),
    undo: () => reversePayment(ports, { payableId: orderId, attempt: 1 }),
    given: () => [...(intents[0]?.parts.entries() ?? [])],
    refunded: () => events.flatMap(({ name, data }) => (name === 'PaymentRefunded' ? [data] : [])),
    status: async () => {
      const record = await payments.of(orderId);
      return record && 'payment' in record ? record.payment?.status : undefined;
    },
  };
}

describe('a return that was received', () => {
  it('is given back once, and told when the provider told it', async () => {
    const { refund, told, given, refunded, status } = await paid();
    expect([await refund(1), await refund(1)]).toEqual(['given', 'given_before']);
    expect(given()).toEqual([[returnIdOf(1), PART]]);
    expect(refunded()).toEqual([]);
    expect([await told(PART), await told(PART)]).toEqual(['recorded', 'nothing_new']);
    expect(refunded()).toEqual([{ orderId, returnId: returnIdOf(1), paymentIntentId: 'pi_1', amount: euros(PART) }]);
    expect(await status()).toBe('captured');
  });

  it('of all that was paid makes the payment a refunded one', async () => {
    const { refund, told, status } = await paid();
    await refund(1, TOTAL);
    await told(TOTAL);
    expect(await status()).toBe('refunded');
    expect(await refund(1, TOTAL)).toBe('given_before');
  });

  it('is not given back where nothing was taken, where it is undone, or where it is more than was paid', async () => {
    expect(await (await paid({ captured: false })).refund(1)).toBe('not_charged');
    const { refund, undo, given } = await paid();
    expect(await refund(1, TOTAL + 1)).toBe('too_much');
    expect([await refund(1, TOTAL - 1), await refund(2, 2)]).toEqual(['given', 'too_much']);
    expect(given()).toHaveLength(1);
    await undo();
    expect(await refund(3, 1)).toBe('not_charged');
  });

  it('of another intent is nothing', async () => {
    const { refund, told, refunded } = await paid();
    await refund(1);
    expect(await told(PART, 'pi_2')).toBe('nothing_new');
    expect(refunded()).toEqual([]);
  });
});

it('tells each refund once and none that was not given, whatever comes first and however often', async () => {
  const step = fc.oneof(
    fc.record({ refund: fc.constantFrom(1, 2, 3) }),
    fc.record({ told: fc.constantFrom(PART, 2 * PART, 3 * PART) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { refund, told, refunded, given } = await paid();
      for (const each of steps) await ('refund' in each ? refund(each.refund) : told(each.told));
      const ids = refunded().map((data) => (data as { returnId: string }).returnId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(given().map(([id]) => id)).toEqual(expect.arrayContaining(ids));

      for (const n of [1, 2, 3]) await refund(n);
      await told(3 * PART);
      expect(refunded()).toHaveLength(3);
    }),
  );
});
