import { describe, expect, it } from 'vitest';
import { BookingId, OrderId, ReturnId } from '@waypost/contracts';
import { stripeClient } from './stripe-client.ts';
import { stripeProvider } from './stripe-provider.ts';

const orderId = OrderId.parse(`ord_${'1'.padStart(32, '0')}`);
const charge = {
  payableId: orderId,
  amount: { amount: 24900, currency: 'EUR' },
  paymentMethod: 'pm_card_visa',
} as const;

type Reply = { status: number; body: unknown } | 'unreachable';
interface Requested {
  readonly url: string;
  readonly key: string | null;
  readonly authorization: string | null;
  readonly form: Readonly<Record<string, string>>;
}

/** A provider that gives these replies, one a request, and what it was asked. */
function scripted(...replies: Reply[]) {
  const asked: Requested[] = [];
  const fetchScripted = async (url: string, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers);
    asked.push({
      url,
      key: headers.get('idempotency-key'),
      authorization: headers.get('authorization'),
      form: Object.fromEntries(new URLSearchParams(typeof init?.body === 'string' ? init.body : '')),
    });
    const reply = replies.shift();
    if (reply === undefined || reply === 'unreachable') throw new TypeError('fetch failed');
    return Response.json(reply.body, { status: reply.status });
  };
  const stripe = stripeClient({
    url: async () => 'https://sandbox.example/v1/',
    key: async () => 'sk_test_1',
    fetch: fetchScripted,
    maxNetworkRetries: 0,
  });
  return { provider: stripeProvider(stripe), asked };
}

const intent = (status: string): Reply => ({ status: 200, body: { id: 'pi_1', object: 'payment_intent', status } });
const rejection = (status: number, error: Record<string, string>): Reply => ({ status, body: { error } });
const invalid = (code: string, param = '') =>
  rejection(400, { type: 'invalid_request_error', code, param, message: 'No' });
const keyUsed = rejection(400, { type: 'idempotency_error', message: 'Used' });

describe('an authorization', () => {
  it('asks the provider below the path of its address, with a key of the order and step', async () => {
    const { provider, asked } = scripted(intent('requires_capture'));
    expect(await provider.authorize(charge)).toEqual({ outcome: 'authorized', intentId: 'pi_1' });
    expect(asked).toEqual([
      {
        url: 'https://sandbox.example/v1/v1/payment_intents',
        key: `${orderId}-authorize`,
        authorization: 'Bearer sk_test_1',
        form: {
          amount: '24900',
          currency: 'eur',
          capture_method: 'manual',
          confirm: 'true',
          payment_method: 'pm_card_visa',
          'automatic_payment_methods[enabled]': 'true',
          'automatic_payment_methods[allow_redirects]': 'never',
          'metadata[orderId]': orderId,
        },
      },
    ]);
  });

  it.each([
    ['insufficient_funds', { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' }, 402],
    ['card_declined', { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' }, 402],
    ['processing_error', { type: 'card_error', code: 'processing_error' }, 402],
    [
      'unknown_payment_method',
      { type: 'invalid_request_error', code: 'resource_missing', param: 'payment_method' },
      400,
    ],
    ['amount_too_large', { type: 'invalid_request_error', code: 'amount_too_large', param: 'amount' }, 400],
  ])('is declined as %s', async (code, error, status) => {
    const { provider } = scripted(rejection(status, { message: 'No', ...error }));
    expect(await provider.authorize(charge)).toEqual({ outcome: 'declined', code });
  });

  it('says where the shopper has to authenticate, and where that ends', async () => {
    const returnUrl = 'https://shop.example/orders/1';
    const url = 'https://bank.example/authenticate/pi_1';
    const next_action = { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } };
    const { provider, asked } = scripted({ status: 200, body: { id: 'pi_1', status: 'requires_action', next_action } });
    expect(await provider.authorize({ ...charge, returnUrl })).toEqual({
      outcome: 'authentication_required',
      intentId: 'pi_1',
      nextActionUrl: url,
    });
    expect(asked[0]?.form).toMatchObject({
      return_url: returnUrl,
      'automatic_payment_methods[allow_redirects]': 'always',
    });
  });

  it('is declined where the shopper would have to authenticate and can be sent nowhere', async () => {
    const { provider } = scripted(intent('requires_action'));
    expect(await provider.authorize(charge)).toEqual({ outcome: 'declined', code: 'authentication_required' });
  });

  it.each<[string, Reply]>([
    ['the provider is out of reach', 'unreachable'],
    ['the provider failed', rejection(500, { type: 'api_error', message: 'Oh' })],
    [
      'the provider limits the rate',
      rejection(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Slow' }),
    ],
    [
      'the same is being asked now',
      rejection(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message: 'Now' }),
    ],
  ])('may work later when %s', async (_, reply) => {
    // The library itself tries a connection that was closed once more.
    await expect(scripted(reply, reply).provider.authorize(charge)).rejects.toMatchObject({ name: 'TransientError' });
  });

  it.each<[string, Reply]>([
    ['the request is wrong', invalid('parameter_unknown', 'colour')],
    ['the key to the provider is wrong', rejection(401, { type: 'invalid_request_error', message: 'Invalid API Key' })],
  ])('never works when %s', async (_, reply) => {
    await expect(scripted(reply).provider.authorize(charge)).rejects.toMatchObject({ name: 'PermanentError' });
  });
});

describe('an authorization for a booking', () => {
  it('notes the booking at the provider, and not an order', async () => {
    const { provider, asked } = scripted(intent('requires_capture'));
    const payableId = BookingId.parse(`bkg_${'1'.padStart(32, '0')}`);
    await provider.authorize({ ...charge, payableId });
    expect(asked[0]).toMatchObject({ key: `${payableId}-authorize`, form: { 'metadata[bookingId]': payableId } });
    expect(asked[0]?.form).not.toHaveProperty('metadata[orderId]');
  });
});

describe('forestalling an authorization', () => {
  it('uses up its key with an intent that holds nothing, and drops that', async () => {
    const { provider, asked } = scripted(intent('requires_payment_method'), intent('canceled'));
    expect(await provider.preventAuthorization(charge)).toEqual({ outcome: 'prevented' });
    expect(asked[0]?.key).toBe(`${orderId}-authorize`);
    expect(asked[0]?.form).not.toHaveProperty('confirm');
    expect(asked[0]?.form).not.toHaveProperty('payment_method');
    expect(asked[1]?.url).toContain('/payment_intents/pi_1/cancel');
  });

  it('returns the authorization that came first', async () => {
    const { provider, asked } = scripted(keyUsed, intent('requires_capture'));
    expect(await provider.preventAuthorization(charge)).toEqual({ outcome: 'authorized', intentId: 'pi_1' });
    expect(asked[1]?.form).toMatchObject({ confirm: 'true', payment_method: 'pm_card_visa' });
  });

  it('makes the late authorization fail', async () => {
    expect(await scripted(keyUsed).provider.authorize(charge)).toEqual({ outcome: 'prevented' });
  });
});

describe('settling an intent', () => {
  it('counts a capture whose answer was lost', async () => {
    const { provider } = scripted(invalid('payment_intent_unexpected_state'), intent('succeeded'));
    expect(await provider.capture(orderId, 'pi_1')).toEqual({ outcome: 'captured' });
  });

  it('reports that there is nothing to capture any more', async () => {
    const { provider } = scripted(invalid('payment_intent_unexpected_state'), intent('canceled'));
    expect(await provider.capture(orderId, 'pi_1')).toEqual({ outcome: 'released' });
  });

  it('reports that the payment to cancel changed', async () => {
    expect(await scripted(invalid('payment_intent_unexpected_state')).provider.cancel(orderId, 'pi_1')).toBe('changed');
  });

  it('refunds a return once, by its id', async () => {
    const { provider, asked } = scripted({ status: 200, body: { id: 're_1', object: 'refund' } });
    const returnId = ReturnId.parse(`ret_${orderId.slice(4)}_0000000a`);
    const part = { returnId, amount: { amount: 900, currency: 'EUR' }, attempt: 2 } as const;
    expect(await provider.refund(orderId, 'pi_1', part)).toBe('accepted');
    expect(asked[0]).toMatchObject({
      key: `${returnId}-2-900`,
      form: { payment_intent: 'pi_1', amount: '900', 'metadata[returnId]': returnId },
    });
  });

  it.each([
    ['charge_already_refunded', ''],
    ['amount_too_large', 'amount'],
  ])('reports that a part exceeds what is left: %s', async (code, param) => {
    const returnId = ReturnId.parse(`ret_${orderId.slice(4)}_0000000a`);
    const part = { returnId, amount: { amount: 900, currency: 'EUR' }, attempt: 2 } as const;
    expect(await scripted(invalid(code, param)).provider.refund(orderId, 'pi_1', part)).toBe('exceeds_amount_left');
  });

  it('rejects the refund of a disputed charge for good', async () => {
    const { provider } = scripted(invalid('charge_disputed'));
    await expect(provider.refund(orderId, 'pi_1')).rejects.toMatchObject({ name: 'PermanentError' });
  });

  it('lists the refunds of a payment, except failed ones', async () => {
    const refunds = [
      { id: 're_1', object: 'refund', amount: 900, status: 'succeeded', metadata: { returnId: 'ret_1' } },
      { id: 're_2', object: 'refund', amount: 1000, status: 'pending', metadata: {} },
      { id: 're_3', object: 'refund', amount: 50, status: 'failed', metadata: null },
    ];
    const { provider, asked } = scripted({ status: 200, body: { object: 'list', has_more: false, data: refunds } });
    expect(await provider.refundsOf('pi_1')).toEqual([{ returnId: 'ret_1', amount: 900 }, { amount: 1000 }]);
    expect(asked[0]?.url).toContain('payment_intent=pi_1');
  });

  it('takes a refund that was made before for made', async () => {
    const { provider, asked } = scripted(invalid('charge_already_refunded'));
    await provider.refund(orderId, 'pi_1');
    expect(asked[0]).toMatchObject({ key: `${orderId}-refund`, form: { payment_intent: 'pi_1' } });
  });

  it.each([
    ['requires_capture', 'held'],
    ['succeeded', 'taken'],
    ['requires_action', 'held'],
    ['canceled', 'released'],
    ['requires_payment_method', 'released'],
  ])('reads %s as %s', async (status, state) => {
    expect(await scripted(intent(status)).provider.stateOf('pi_1')).toBe(state);
  });
});
