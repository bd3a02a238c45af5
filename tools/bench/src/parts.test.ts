import { describe, expect, it } from 'vitest';
import { sharesOf } from './parts.ts';

describe('what the work of a function is for', () => {
  it.each([
    ['order', 'placeorder', [['confirmation', 1]]],
    ['order', 'followorder', [['fulfilment', 1]]],
    ['webhook', 'keepcarrierwebhook', [['fulfilment', 1]]],
    ['notification', 'mailtosandbox', [['mails', 1]]],
  ])('is known by its name: %s %s', (service, worker, shares) => {
    expect(sharesOf(service, worker, [])).toEqual(shares);
  });

  it('of a relay depends on the events that it published', () => {
    const published = ['OrderPlaced', 'OrderConfirmed', 'OrderShipped', 'OrderDelivered', 'PaymentSettled'];
    expect(sharesOf('order', 'relayoutbox', published)).toEqual([
      ['confirmation', 0.5],
      ['fulfilment', 0.5],
    ]);
    expect(sharesOf('payment', 'relayoutbox', published)).toEqual([
      ['confirmation', 0],
      ['fulfilment', 1],
    ]);
  });
});
