import type { ReceivedEvent } from './listen.ts';

const WORDS: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => string>> = {
  OrderPlaced: () => 'the order is taken down; its workflow starts',
  StockAvailabilityChanged: ({ sku, available }) => `${String(sku)} ${available === true ? 'is back' : 'sold out'}`,
  ShipmentArranged: ({ warehouse, carrier }) => `the ${String(warehouse)}ern warehouse sends it by ${String(carrier)}`,
  ShipmentCancelled: () => 'a shipment will not leave',
  PaymentCaptured: () => 'the money is taken',
  PaymentReversed: ({ how }) => `the payment is reversed: ${String(how)}`,
  OrderReviewRequested: ({ reason }) => `a person looks at the order first: ${[reason].flat().join(', ')}`,
  PaymentAuthenticated: ({ outcome }) => `the shopper was at the bank: ${String(outcome)}`,
  PaymentProviderReported: ({ change }) => `the payment provider told by a webhook: ${String(change)}`,
  CarrierReported: ({ status }) => `the carrier told by a webhook: ${String(status)}`,
  OrderConfirmed: () => 'all is agreed; the stock is sold and a mail goes out',
  OrderCancelled: ({ reason }) => `the order is cancelled: ${String(reason)}; its steps are compensated`,
  PaymentSettled: () => 'the payment provider has the money for good',
  ParcelPacked: () => 'a parcel is packed, and waits for its carrier',
  ParcelDispatched: () => 'a parcel is on its way',
  ParcelDelivered: () => 'a parcel is where it should be',
  ParcelLost: () => 'a parcel is lost',
  ParcelRefused: () => 'a parcel was not accepted and returns',
  ParcelAddressProblem: () => 'the carrier looks for the address of a parcel',
  OrderShipped: () => 'the first parcel has left; a mail says so',
  OrderDelivered: () => 'the last parcel has come; a mail says so',
  OrderCompleted: () => 'all is delivered and paid: the order is complete',
  OrderReturnRequested: ({ warehouse }) => `something comes back to the ${String(warehouse)}ern warehouse`,
  ReturnReceived: () => 'the returned items are at the warehouse',
  OrderReturnReceived: () => 'what came back goes on the shelf, and its money to the shopper',
  ReturnLost: () => 'the carrier lost a return',
  OrderReturnReviewRequested: ({ reason }) => `a return waits for an operator: ${String(reason)}`,
  OrderReturnRefundRequested: () => 'an operator requested the refund of a return',
  OrderReturnClosed: () => 'an operator closed a return; a mail says so',
  ReturnRefundFailed: () => 'the payment provider rejected a refund',
  PaymentRefunded: () => 'the payment provider refunded a part of the payment',
  OrderReturnRefunded: () => 'the shopper has the money back; a mail says so',
  BookingPlaced: () => 'the trip is taken down; its saga starts',
  BookingConfirmed: () => 'seats and rooms are reserved, and the trip is paid',
  BookingCancelled: ({ reason }) => `the trip is cancelled: ${String(reason)}; its steps are compensated`,
  BalanceTransactionReported: ({ type, fee }) =>
    `the provider's books have a ${String(type)}, for ${String(fee)} cents`,
  LedgerDifferenceFound: ({ paymentIntentId }) => `the ledger and the provider differ on ${String(paymentIntentId)}`,
  LedgerDifferenceResolved: ({ paymentIntentId }) => `they agree on ${String(paymentIntentId)} again`,
  ProductChanged: ({ sku }) => `${String(sku)} is in the catalogue`,
};

/** Reports whether an event belongs to one of these orders or bookings. A shipment's id contains that of its order. */
export function isOf({ detail: { data } }: ReceivedEvent, orders: ReadonlySet<string>): boolean {
  const { orderId, bookingId, payableId, shipmentId } = data;
  const ids = [orderId, bookingId, payableId, shipmentId].filter((id) => typeof id === 'string');
  return [...orders].some((order) => ids.some((id) => id.includes(order.replace(/^(ord|bkg)_/, ''))));
}

/** One line on an event, in words. */
export function narrate({ 'detail-type': name, detail: { metadata, data } }: ReceivedEvent): string {
  const words = WORDS[name]?.(data) ?? 'happened';
  return `  ${metadata.occurredAt.slice(11, 23)}  ${metadata.producer.padEnd(9)} ${name.padEnd(24)} ${words}`;
}
