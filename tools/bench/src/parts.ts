import { everyEvent } from '@waypost/contracts/catalogue';

/** Parts of an order's life: up to CONFIRMED, and from there to COMPLETED. Mails have a line of their own. */
export type Part = 'confirmation' | 'fulfilment' | 'mails';

/** Events of an order up to CONFIRMED; all others follow later. */
const TO_CONFIRMED = new Set([
  'OrderPlaced',
  'ShipmentArranged',
  'PaymentAuthenticated',
  'PaymentCaptured',
  'OrderConfirmed',
]);

/** Functions that work once an order is confirmed, as `service/function` in one word. */
const AFTERWARDS = new Set([
  'inventory/commitstock',
  'order/followorder',
  'payment/recordsettlement',
  'shipping/packorder',
  'shipping/followparcel',
  'shipping/queuecarrierreport',
]);

export const partOfEvent = (type: string): Part => (TO_CONFIRMED.has(type) ? 'confirmation' : 'fulfilment');

/** A share of what was used, by part. */
export type Shares = readonly (readonly [part: Part, share: number])[];

/** Part to which a function's work belongs; for a relay, by the events that it published. */
export function sharesOf(service: string, worker: string, published: readonly string[]): Shares {
  if (service === 'notification') return [['mails', 1]];
  if (service === 'webhook' || service === 'ledger' || service === 'booking' || AFTERWARDS.has(`${service}/${worker}`))
    return [['fulfilment', 1]];
  if (worker !== 'relayoutbox') return [['confirmation', 1]];
  const own = published.filter((type) => everyEvent.some(({ name, owner }) => name === type && owner === service));
  const early = own.filter((type) => TO_CONFIRMED.has(type)).length;
  if (own.length === 0) return [['confirmation', 1]];
  return [
    ['confirmation', early / own.length],
    ['fulfilment', 1 - early / own.length],
  ];
}
