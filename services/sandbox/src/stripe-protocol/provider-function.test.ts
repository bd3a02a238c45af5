import { describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { booksInMemory } from '../../test/books-in-memory.ts';
import { answerOnce } from '../app/answer-once.ts';
import { createIntent } from '../domain/create-intent.ts';
import { CreateParameters } from './parameters.ts';
import { providerFunction } from './provider-function.ts';

const books = booksInMemory();
const create = providerFunction('createPaymentIntent', CreateParameters, (request, { now, newId }) => {
  const { amount, currency, payment_method: paymentMethod = null, confirm, metadata } = request.parameters;
  const asked = { amount, currency, captureMethod: 'manual', confirm, paymentMethod, metadata } as const;
  return answerOnce({ books, now }, request, () =>
    createIntent(asked, { intent: newId('pi_'), charge: newId('ch_') }, now),
  );
});

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

  it('is told of a decline by an error of its own, with the intent', async () => {
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

  it('is told that a key was used for something else', async () => {
    const options = { idempotencyKey: 'used-twice' };
    const stripe = stripeAt(create);
    await stripe.paymentIntents.create(asked, options);
    await expect(stripe.paymentIntents.create({ ...asked, amount: 100 }, options)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
  });

  it('is refused with a live key', async () => {
    const refused = stripeAt(create, 'sk_live_never').paymentIntents.create({
      ...asked,
    });
    await expect(refused).rejects.toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
  });
});
