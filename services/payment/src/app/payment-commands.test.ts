import { describe, expect, it } from 'vitest';
import { BookingId, ShopperId } from '@waypost/contracts';
import { authorization, now, orderId, returnUrl, shopperId } from '../../test/builders.ts';
import { paymentsInMemory } from '../../test/payments-in-memory.ts';
import { providerInMemory } from '../../test/provider-in-memory.ts';
import { authorizePayment } from './authorize-payment.ts';
import { capturePayment } from './capture-payment.ts';
import { recordAuthentication } from './record-authentication.ts';
import { getPayment } from './get-payment.ts';
import { reversePayment } from './reverse-payment.ts';

function shop(declines?: string, authenticates = false) {
  const { payments, events } = paymentsInMemory();
  const { provider, intents, authenticate } = providerInMemory(
    (step) => (step === 'authorize' ? declines : undefined),
    () => authenticates,
  );
  const ports = { payments, provider, returnUrl, now };
  return {
    ports,
    events,
    intents,
    authenticate,
    authorize: (attempt = 1) => authorizePayment(ports, authorization({ attempt })),
    capture: (attempt = 1) => capturePayment(ports, { payableId: orderId, attempt }),
    reversal: (attempt = 1) => reversePayment(ports, { payableId: orderId, attempt }),
    status: async () => (await payments.of(orderId))?.payment?.status,
    eventNames: () => events.map(({ name }) => name),
  };
}

describe('an order whose card approves', () => {
  it('is authorized, captured once and published of', async () => {
    const { authorize, capture, intents, eventNames } = shop();
    expect(await authorize()).toEqual({ outcome: 'authorized', paymentIntentId: 'pi_1' });
    expect(await capture()).toEqual({ outcome: 'captured' });
    expect(await capture()).toEqual({ outcome: 'captured' });
    expect(intents).toMatchObject([{ id: 'pi_1', state: 'taken', captures: 1, refunds: 0 }]);
    expect(eventNames()).toEqual(['PaymentCaptured']);
  });

  it('gets the same answer again, also in a newer attempt', async () => {
    const { authorize, intents } = shop();
    const first = await authorize(1);
    expect(await authorize(1)).toEqual(first);
    expect(await authorize(2)).toEqual(first);
    expect(intents).toHaveLength(1);
  });

  it('refuses an older attempt than it knows', async () => {
    const { authorize, capture, reversal, status } = shop();
    await authorize(2);
    const rejected = { outcome: 'rejected', reason: 'newer_attempt' };
    expect([await authorize(1), await capture(1), await reversal(1)]).toEqual([rejected, rejected, rejected]);
    expect(await status()).toBe('authorized');
  });

  it('keeps its money from the late reversal of an older attempt, even if the newer one did nothing but capture', async () => {
    const { authorize, capture, reversal, intents } = shop();
    await authorize(1);
    await capture(1);
    await capture(2);
    expect(await reversal(1)).toEqual({ outcome: 'rejected', reason: 'newer_attempt' });
    expect(intents[0]).toMatchObject({ refunds: 0 });
  });
});

describe('where a shopper comes back to', () => {
  it('is looked up for the first write, and not again when that is rejected', async () => {
    const { ports, authorize } = shop();
    const lookups: string[] = [];
    const lookUp = (id: string) => (lookups.push(id), returnUrl());
    await authorize(1);
    await authorizePayment({ ...ports, returnUrl: lookUp }, authorization({ attempt: 2 }));
    expect(lookups).toEqual([orderId]);
  });
});

describe('an order whose card declines', () => {
  it('is declined with the code, however often it is requested, and holds nothing', async () => {
    const { authorize, capture, reversal, status, events } = shop('insufficient_funds');
    const declined = { outcome: 'declined', code: 'insufficient_funds' };
    expect([await authorize(), await authorize(2)]).toEqual([declined, declined]);
    expect(await capture(2)).toEqual({ outcome: 'rejected', reason: 'not_authorized' });
    expect([await reversal(2), await reversal(2)]).toEqual([
      { outcome: 'nothing_authorized' },
      { outcome: 'nothing_authorized' },
    ]);
    expect(await status()).toBe('declined');
    expect(events).toEqual([]);
  });
});

describe('compensating', () => {
  it('voids what is held', async () => {
    const { authorize, reversal, capture, intents, eventNames } = shop();
    await authorize();
    expect([await reversal(), await reversal()]).toEqual([{ outcome: 'voided' }, { outcome: 'voided' }]);
    expect(await capture()).toEqual({ outcome: 'rejected', reason: 'reversed' });
    expect(intents[0]).toMatchObject({ state: 'released', captures: 0 });
    expect(eventNames()).toEqual(['PaymentReversed']);
  });

  it('refunds what was captured', async () => {
    const { authorize, capture, reversal, intents, eventNames } = shop();
    await authorize();
    await capture();
    expect([await reversal(), await reversal()]).toEqual([{ outcome: 'refunded' }, { outcome: 'refunded' }]);
    expect(intents[0]).toMatchObject({ state: 'taken', captures: 1, refunds: 1 });
    expect(eventNames()).toEqual(['PaymentCaptured', 'PaymentReversed']);
  });

  it('leaves a tombstone where it comes first, which refuses the late authorization', async () => {
    const { authorize, reversal, intents } = shop();
    expect(await reversal()).toEqual({ outcome: 'nothing_authorized' });
    expect(await authorize()).toEqual({ outcome: 'rejected', reason: 'reversed' });
    expect(await authorize(2)).toEqual({ outcome: 'rejected', reason: 'reversed' });
    expect(intents).toEqual([]);
  });

  it('finds an authorization whose answer was lost', async () => {
    const { ports, reversal, intents } = shop();
    const lost = { ...ports.provider, authorize: loseTheAnswerOf(ports.provider.authorize) };
    await expect(authorizePayment({ ...ports, provider: lost }, authorization())).rejects.toThrow('lost');
    expect(await reversal()).toEqual({ outcome: 'voided' });
    expect(intents).toMatchObject([{ state: 'released' }]);
  });

  it('forestalls an authorization that was about to be asked, without holding anything itself', async () => {
    const { ports, authorize, reversal, intents } = shop();
    const never = { ...ports.provider, authorize: () => Promise.reject(new Error('lost on the way there')) };
    await expect(authorizePayment({ ...ports, provider: never }, authorization())).rejects.toThrow('lost');
    expect([await reversal(), await reversal()]).toEqual([
      { outcome: 'nothing_authorized' },
      { outcome: 'nothing_authorized' },
    ]);
    expect(await authorize()).toEqual({ outcome: 'rejected', reason: 'reversed' });
    expect(await ports.provider.authorize(authorization())).toEqual({ outcome: 'prevented' });
    expect(intents.filter(({ state }) => state === 'held')).toEqual([]);
  });

  it('refunds a capture whose response was lost, and publishes both', async () => {
    const { ports, authorize, reversal, eventNames } = shop();
    await authorize();
    const lost = { ...ports.provider, capture: loseTheAnswerOf(ports.provider.capture) };
    await expect(capturePayment({ ...ports, provider: lost }, { payableId: orderId, attempt: 1 })).rejects.toThrow(
      'lost',
    );
    expect(await reversal()).toEqual({ outcome: 'refunded' });
    expect(eventNames()).toEqual(['PaymentCaptured', 'PaymentReversed']);
  });
});

describe('a capture', () => {
  it('counts as done where the provider did it and the answer was lost', async () => {
    const { ports, authorize, capture, intents, eventNames } = shop();
    await authorize();
    const lost = { ...ports.provider, capture: loseTheAnswerOf(ports.provider.capture) };
    await expect(capturePayment({ ...ports, provider: lost }, { payableId: orderId, attempt: 1 })).rejects.toThrow(
      'lost',
    );
    expect(await capture()).toEqual({ outcome: 'captured' });
    expect(intents[0]).toMatchObject({ captures: 1 });
    expect(eventNames()).toEqual(['PaymentCaptured']);
  });

  it('is declined after the authorization expired at the provider', async () => {
    const { ports, authorize, capture } = shop();
    await authorize();
    await ports.provider.cancel(orderId, 'pi_1');
    expect(await capture()).toEqual({ outcome: 'declined', code: 'authorization_expired' });
  });

  it('is rejected where nothing was authorized', async () => {
    expect(await shop().capture()).toEqual({ outcome: 'rejected', reason: 'not_authorized' });
  });
});

describe('a booking', () => {
  it('is paid as an order is, in a record of its own', async () => {
    const { ports, events, intents } = shop();
    const payableId = BookingId.parse(`bkg_${'1'.padStart(32, '0')}`);
    expect(await authorizePayment(ports, authorization({ payableId }))).toMatchObject({ outcome: 'authorized' });
    expect(await capturePayment(ports, { payableId, attempt: 1 })).toEqual({ outcome: 'captured' });
    expect(await ports.payments.of(orderId)).toBeUndefined();
    expect(intents).toMatchObject([{ payableId, captures: 1 }]);
    expect(events).toMatchObject([{ name: 'PaymentCaptured', version: 2, subject: payableId, data: { payableId } }]);
  });
});

describe('the payment of an order', () => {
  it('is shown to its shopper with its history', async () => {
    const { ports, authorize } = shop();
    await authorize();
    expect(await getPayment(ports, shopperId, orderId)).toEqual({
      orderId,
      status: 'authorized',
      amount: { amount: 24900, currency: 'EUR' },
      history: [
        { status: 'pending', at: now },
        { status: 'authorized', at: now },
      ],
    });
  });

  it('is not found by another shopper', async () => {
    const { ports, authorize } = shop();
    await authorize();
    await expect(getPayment(ports, ShopperId.parse('shopper-2'), orderId)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('is not found where it was undone before it began, nor by something that is no order id', async () => {
    const { ports, reversal } = shop();
    await reversal();
    await expect(getPayment(ports, shopperId, orderId)).rejects.toMatchObject({ type: 'not-found' });
    await expect(getPayment(ports, shopperId, 'x')).rejects.toMatchObject({ type: 'not-found' });
  });
});

function loseTheAnswerOf<Arguments extends unknown[]>(effect: (...given: Arguments) => Promise<unknown>) {
  return async (...given: Arguments): Promise<never> => {
    await effect(...given);
    throw new Error('The answer was lost');
  };
}

describe('an order whose shopper has to authenticate', () => {
  const required = {
    outcome: 'authentication_required',
    paymentIntentId: 'pi_1',
    nextActionUrl: 'https://bank.example/authenticate/pi_1',
  };
  const authenticated = { intentId: 'pi_1', outcome: 'authorized' } as const;
  const failed = { intentId: 'pi_1', outcome: 'declined', code: 'authentication_failure' } as const;

  it('gets the same page, however often it is requested', async () => {
    const { authorize } = shop(undefined, true);
    for (const attempt of [1, 1, 2]) expect(await authorize(attempt)).toEqual(required);
  });

  it('is authorized once the provider reports it, and published of once', async () => {
    const { ports, authorize, authenticate, capture, eventNames } = shop(undefined, true);
    await authorize();
    expect(await capture()).toEqual({ outcome: 'rejected', reason: 'not_authorized' });
    authenticate('pi_1', 'authorized');
    expect(await recordAuthentication(ports, orderId, authenticated)).toBe('recorded');
    expect(await recordAuthentication(ports, orderId, authenticated)).toBe('nothing_new');
    expect(await authorize(2)).toEqual({ outcome: 'authorized', paymentIntentId: 'pi_1' });
    expect(await capture(2)).toEqual({ outcome: 'captured' });
    expect(eventNames()).toEqual(['PaymentAuthenticated', 'PaymentCaptured']);
  });

  it('is declined once the provider reports that it failed', async () => {
    const { ports, events, authorize } = shop(undefined, true);
    await authorize();
    await recordAuthentication(ports, orderId, failed);
    expect(await authorize()).toEqual({ outcome: 'declined', code: 'authentication_failure' });
    expect(events[0]?.data).toEqual({
      payableId: orderId,
      paymentIntentId: 'pi_1',
      outcome: 'declined',
      code: 'authentication_failure',
    });
  });

  it('is authorized no more once it is undone', async () => {
    const { ports, authorize, reversal, intents } = shop(undefined, true);
    await authorize();
    expect(await reversal()).toEqual({ outcome: 'voided' });
    expect(intents[0]).toMatchObject({ state: 'released' });
    expect(await recordAuthentication(ports, orderId, authenticated)).toBe('nothing_new');
  });

  it('ignores a report about another intent, or one without a required authentication', async () => {
    const { ports, authorize } = shop(undefined, true);
    expect(await recordAuthentication(ports, orderId, authenticated)).toBe('nothing_new');
    await authorize();
    expect(await recordAuthentication(ports, orderId, { ...authenticated, intentId: 'pi_2' })).toBe('nothing_new');
  });
});
