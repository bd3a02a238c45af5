import { describe, expect, it } from 'vitest';
import { logger } from '@waypost/service-kit';
import Stripe from 'stripe';
import { recordsInMemory } from '../../test/records-in-memory.ts';
import { faultsInMemory, type WaitingFault } from '../../test/faults-in-memory.ts';
import { requestedIntent } from '../../test/intents.ts';
import { answerOnce } from '../app/answer-once.ts';
import { createIntent } from '../domain/payments/create-intent.ts';
import { CreateParameters } from './parameters.ts';
import { providerFunction } from './provider-function.ts';

logger.setLogLevel('SILENT');

const url = 'https://shop.example/api/sandbox/authenticate/pi_1';

/** The function that creates intents, on books of its own, under faults. */
function creatorUnder(...faults: readonly WaitingFault[]) {
  const waited: number[] = [];
  const records = recordsInMemory();
  const handler = providerFunction(
    'createPaymentIntent',
    CreateParameters,
    (request, context) => {
      const { confirm, payment_method: paymentMethod = null, return_url: returnUrl = null } = request.parameters;
      const asked = { confirm, paymentMethod, authentication: { url, returnUrl }, declines: context.declines };
      const ids = { intent: context.newId('pi_'), charge: context.newId('ch_') };
      return answerOnce({ records, ...context }, request, () =>
        createIntent(requestedIntent({ ...asked, amount: request.parameters.amount }), ids, context.now),
      );
    },
    {
      faults: faultsInMemory(...faults),
      wait: (milliseconds) => {
        waited.push(milliseconds);
        return Promise.resolve();
      },
    },
  );
  return { handler, records, waited };
}
const { handler: create } = creatorUnder();

/** The provider's own library, talking to the function as the gateway would. */
function stripeAt(handler: typeof create, key = 'sk_test_any') {
  const asGateway: typeof fetch = async (target, init) => {
    const { statusCode, body } = await handler({
      httpMethod: init?.method ?? 'GET',
      path: new URL(target instanceof Request ? target.url : target).pathname,
      headers: Object.fromEntries(new Headers(init?.headers).entries()),
      pathParameters: null,
      body: typeof init?.body === 'string' ? init.body : null,
      isBase64Encoded: false,
    });
    return new Response(body, { status: statusCode });
  };
  return new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient(asGateway),
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

const asked = {
  amount: 24900,
  currency: 'eur',
  capture_method: 'manual',
  confirm: true,
  payment_method: 'pm_card_visa',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  metadata: { orderId: 'ord_1' },
} as const;

describe("the provider's own library", () => {
  it('gets an intent that holds the money', async () => {
    const intent = await stripeAt(create).paymentIntents.create(asked);
    expect(intent).toMatchObject({
      object: 'payment_intent',
      status: 'requires_capture',
      amount_capturable: 24900,
      metadata: { orderId: 'ord_1' },
    });
  });

  it('returns a decline as a card error, with the intent', async () => {
    const declined = stripeAt(create).paymentIntents.create({
      ...asked,
      payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    });
    await expect(declined).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      payment_intent: { status: 'requires_payment_method' },
    });
  });

  it('returns an idempotency error for a reused key', async () => {
    const options = { idempotencyKey: 'used-twice' };
    const stripe = stripeAt(create);
    await stripe.paymentIntents.create(asked, options);
    await expect(stripe.paymentIntents.create({ ...asked, amount: 100 }, options)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
  });

  it('is rejected with a live key', async () => {
    const rejected = stripeAt(create, 'sk_live_never').paymentIntents.create({
      ...asked,
    });
    await expect(rejected).rejects.toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
  });

  it('returns the page on which the shopper authenticates', async () => {
    const intent = await stripeAt(create).paymentIntents.create({
      ...asked,
      automatic_payment_methods: { enabled: true },
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'https://shop.example/orders/ord_1',
    });
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: { url, return_url: 'https://shop.example/orders/ord_1' },
      },
    });
  });
});

describe("the provider's own library under a fault", () => {
  const options = { idempotencyKey: 'order-1-authorize' };
  const under = (fault: 'slow' | 'error' | 'lost_answer' | 'decline') => {
    const creator = creatorUnder({ operation: 'authorize', fault, times: 1 });
    const stripe = stripeAt(creator.handler);
    return { ...creator, ask: () => stripe.paymentIntents.create(asked, options) };
  };

  it('returns an error of the provider, and forgets it when the request is repeated', async () => {
    const { ask, records } = under('error');
    await expect(ask()).rejects.toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
    expect(await records.intents(undefined)).toEqual([]);
    expect(await ask()).toMatchObject({ status: 'requires_capture' });
  });

  it('asks again for an answer that got lost, and gets that one', async () => {
    const { ask, records } = under('lost_answer');
    await expect(ask()).rejects.toMatchObject({ type: 'StripeAPIError' });
    const [kept] = await records.intents(undefined);
    expect(await ask()).toMatchObject({ id: kept?.id, status: 'requires_capture' });
    expect(await records.intents(undefined)).toHaveLength(1);
  });

  it('returns a decline again', async () => {
    const { ask, records } = under('decline');
    const decline = { type: 'StripeCardError', code: 'card_declined', decline_code: 'generic_decline' };
    await expect(ask()).rejects.toMatchObject(decline);
    await expect(ask()).rejects.toMatchObject(decline);
    expect(await records.intents(undefined)).toMatchObject([{ status: 'requires_payment_method' }]);
    expect(records.webhooks).toMatchObject([{ type: 'payment_intent.payment_failed' }]);
  });

  it('waits for longer than the shop does', async () => {
    const { ask, waited } = under('slow');
    expect(await ask()).toMatchObject({ status: 'requires_capture' });
    expect(waited).toEqual([8000]);
  });

  it('uses up no fault with an invalid request', async () => {
    const { handler } = creatorUnder({ operation: 'authorize', fault: 'error', times: 1 });
    await expect(stripeAt(handler).paymentIntents.create({ ...asked, amount: -1 })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
    });
    await expect(stripeAt(handler).paymentIntents.create(asked)).rejects.toMatchObject({ type: 'StripeAPIError' });
  });
});
