import { describe, expect, it } from 'vitest';
import { PAYMENT_WEBHOOKS } from '@waypost/contracts';
import { ORDER, paymentEvent } from '../../test/providers.ts';
import { meaningOfPaymentEvent, readPaymentEvent } from './payment-event.ts';

type Given = Parameters<typeof paymentEvent>[0];

function meaningOf(given: Given) {
  const read = readPaymentEvent(paymentEvent(given));
  if (!read.success) throw read.error;
  return meaningOfPaymentEvent(read.data.event);
}
const isNeeded = (given: Given, request?: { id: string | null; idempotency_key: string | null }) =>
  readPaymentEvent({ ...paymentEvent(given), request }).data?.isNeeded;
const told = { webhookId: 'evt_1PAY0000000000000000001', payableId: ORDER, paymentIntentId: 'pi_1' };

describe('an event of an order’s payment intent', () => {
  it.each([
    ['payment_intent.amount_capturable_updated', 'authorized'],
    ['payment_intent.succeeded', 'captured'],
    ['payment_intent.canceled', 'cancelled'],
    ['payment_intent.payment_failed', 'failed'],
  ])('%s means that it is %s', (type, change) => {
    expect(meaningOf({ type })).toMatchObject({ subject: ORDER, version: 2, data: { ...told, change } });
  });

  it('is of a booking where the shop noted one', () => {
    const bookingId = `bkg_${'1'.padStart(32, '0')}`;
    const event = meaningOf({ type: 'payment_intent.succeeded', object: { metadata: { bookingId } } });
    expect(event).toMatchObject({ subject: bookingId, data: { payableId: bookingId, change: 'captured' } });
  });

  it('charge.refunded means that the intent of the charge is refunded, as far as it tells', () => {
    const charge = { id: 'ch_1', object: 'charge', payment_intent: 'pi_7', metadata: { orderId: ORDER } };
    const refunded = { ...told, paymentIntentId: 'pi_7', change: 'refunded' };
    expect(meaningOf({ type: 'charge.refunded', object: charge })?.data).toEqual(refunded);
    const part = { ...charge, amount_refunded: 900 };
    expect(meaningOf({ type: 'charge.refunded', object: part })?.data).toEqual({ ...refunded, amountRefunded: 900 });
  });
});

describe('an intent that failed', () => {
  it.each<[string, object | null, string | undefined]>([
    ['the issuer’s reason', { code: 'card_declined', decline_code: 'insufficient_funds' }, 'insufficient_funds'],
    [
      'the code, where the reason says nothing',
      { code: 'card_declined', decline_code: 'generic_decline' },
      'card_declined',
    ],
    [
      'the code, where there is no reason',
      { code: 'payment_intent_authentication_failure' },
      'payment_intent_authentication_failure',
    ],
    ['what there is', { decline_code: 'generic_decline' }, 'generic_decline'],
    ['nothing, where there is nothing', null, undefined],
  ])('tells %s', (_, error, code) => {
    const { data } = meaningOf({ type: 'payment_intent.payment_failed', object: { last_payment_error: error } }) ?? {};
    expect(data).toEqual({ ...told, change: 'failed', ...(code && { code }) });
  });

  it('is the only one with a code: earlier failures are over', () => {
    const object = { last_payment_error: { code: 'card_declined' } };
    expect(meaningOf({ type: 'payment_intent.succeeded', object })?.data).not.toHaveProperty('code');
  });
});

describe('an event that the shop doesn’t need', () => {
  it.each<[string, Given]>([
    ['is of another type', { type: 'payment_intent.created' }],
    ['is of a type that a list of words could have', { type: 'constructor' }],
    ['is of an intent without an order', { object: { metadata: {} } }],
    ['is of an intent without metadata', { object: { metadata: null } }],
    ['is of another system’s order', { object: { metadata: { orderId: 'invoice 7' } } }],
    ['is of a charge without an intent', { type: 'charge.refunded', object: { id: 'ch_1', payment_intent: null } }],
    ['has no id in it, as a balance', { type: 'balance.available', object: { id: undefined, metadata: 7 } }],
  ])('means nothing: it %s', (_, given) => {
    expect(meaningOf(given)).toBeUndefined();
  });
});

describe('an event is needed', () => {
  it.each(PAYMENT_WEBHOOKS)('where it is a %s, which the shop is subscribed to', (type) => {
    const object = { id: 'pi_1', payment_intent: 'pi_1', metadata: { orderId: ORDER } };
    expect(isNeeded({ type, object })).toBe(true);
  });

  it.each<[string, string | null]>([
    ['the shopper caused it', null],
    ['the provider’s own page did', 'pi_1-src_1'],
    ['another request of the shop’s did', `${ORDER}-capture`],
    ['the authorization of another order did', `ord_${'2'.padStart(32, '0')}-authorize`],
  ])('where %s', (_, key) => {
    expect(isNeeded({}, { id: 'req_1', idempotency_key: key })).toBe(true);
  });

  it.each<[string, Given, string | null]>([
    ['it says what the authorization was answered with', {}, `${ORDER}-authorize`],
    ['the shop isn’t subscribed to it', { type: 'payment_intent.canceled' }, null],
    ['it is of no order of ours', { object: { metadata: {} } }, null],
  ])('not where %s', (_, given, key) => {
    expect(isNeeded(given, { id: 'req_1', idempotency_key: key })).toBe(false);
  });
});

describe('what is no event', () => {
  it.each([
    ['without an id', { ...paymentEvent(), id: undefined }, 'id'],
    ['with an id that no queue takes', { ...paymentEvent(), id: 'evt_\uFFFF' }, 'id'],
    ['an object of the API', { ...paymentEvent(), object: 'charge' }, 'object'],
    ['a thin event, which has no data', { ...paymentEvent(), object: 'v2.core.event', data: undefined }, 'data'],
  ])('is not read: %s', (_, json, field) => {
    const { error } = readPaymentEvent(json);
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
