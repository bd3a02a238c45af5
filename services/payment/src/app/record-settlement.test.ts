import { describe, expect, it } from 'vitest';
import { authorization, now, orderId, returnUrl } from '../../test/builders.ts';
import { paymentsInMemory } from '../../test/payments-in-memory.ts';
import { providerInMemory } from '../../test/provider-in-memory.ts';
import { authorizePayment } from './authorize-payment.ts';
import { recordSettlement as settled } from '../domain/settle.ts';
import { capturePayment } from './capture-payment.ts';
import { recordSettlement } from './record-settlement.ts';
import { reversePayment } from './reverse-payment.ts';

/** An order whose money is held. */
async function authorized() {
  const { payments, events } = paymentsInMemory();
  const { provider } = providerInMemory(
    () => undefined,
    () => false,
  );
  const ports = { payments, provider, returnUrl, now };
  await authorizePayment(ports, authorization());
  return {
    capture: () => capturePayment(ports, { payableId: orderId, attempt: 1 }),
    reversal: () => reversePayment(ports, { payableId: orderId, attempt: 1 }),
    settle: (intentId = 'pi_1') => recordSettlement(ports, orderId, (record) => settled(record, intentId, now)),
    names: () => events.map(({ name }) => name),
  };
}

describe('the provider’s word that it has the money', () => {
  it('is published once, however often it is reported', async () => {
    const { capture, settle, names } = await authorized();
    await capture();
    expect([await settle(), await settle()]).toEqual(['recorded', 'nothing_new']);
    expect(names()).toEqual(['PaymentCaptured', 'PaymentSettled']);
  });

  it('may come before the answer to the capture is recorded, and is not forgotten then', async () => {
    const { capture, settle, names } = await authorized();
    expect(await settle()).toBe('recorded');
    expect(await capture()).toEqual({ outcome: 'captured' });
    expect(await settle()).toBe('nothing_new');
    expect(names()).toEqual(['PaymentSettled', 'PaymentCaptured']);
  });

  it('of another intent, or of a payment that was undone, is nothing', async () => {
    const { capture, reversal, settle, names } = await authorized();
    expect(await settle('pi_2')).toBe('nothing_new');
    await capture();
    await reversal();
    expect(await settle()).toBe('nothing_new');
    expect(names()).not.toContain('PaymentSettled');
  });
});
