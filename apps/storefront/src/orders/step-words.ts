import type { CancelReason, OrderProgress } from '../api/shop.ts';
import type { StepState } from '../layout/trail.tsx';
import { parcelTrouble } from './parcel-words.ts';

/** The waypoints between the click and the outcome. */
export type Middle = 'review' | 'authentication' | 'held' | 'shipment' | 'paid';

/** The waypoints after the confirmation. */
export type After = 'shipped' | 'delivered' | 'completed' | 'returned';

const titles: Readonly<Record<Middle, string>> = {
  review: 'Looked at by a person',
  authentication: 'Payment authenticated',
  held: 'Stock and money held',
  shipment: 'Shipment arranged',
  paid: 'Paid',
};

export const afterTitles: Readonly<Record<After, string>> = {
  shipped: 'Shipped',
  delivered: 'Delivered',
  completed: 'Completed',
  returned: 'Returned',
};

/** What goes on after the confirmation, or what it means that it is done. */
export function afterNote(
  id: After,
  state: StepState,
  { shipments }: Pick<OrderProgress['order'], 'shipments'>,
): string | undefined {
  if (id === 'returned') return 'All of it came back to us.';
  if (state !== 'now') return undefined;
  switch (id) {
    case 'shipped':
      return 'We are packing it.';
    case 'delivered':
      return shipments.some(({ parcel }) => parcel && parcelTrouble(parcel.status))
        ? 'Not all goes well: see the parcels.'
        : 'On its way to you.';
    case 'completed':
      return 'Only the bank still has to settle the payment.';
  }
}

/** An order that waits has its stock already: only the money comes after. */
export const titleOf = (id: Middle, waited: boolean): string => (id === 'held' && waited ? 'Money held' : titles[id]);

/** What is going on at a waypoint where an order has to wait for somebody. */
export function nowNote(id: Middle): string | undefined {
  if (id === 'review') return 'A person looks at it, since it is large.';
  return id === 'authentication' ? 'Your bank asks you to authenticate the payment.' : undefined;
}

export function doneNote(id: Middle, shipments: OrderProgress['shipments']): string | undefined {
  if (id !== 'shipment' || shipments.length === 0) return undefined;
  const carriers = [...new Set(shipments.map(({ carrier }) => carrier))].join(' and ');
  const warehouses = shipments.map(({ warehouse }) => warehouse).join(' and ');
  return `${carriers}, from the ${warehouses} warehouse${shipments.length > 1 ? 's' : ''}`;
}

/** Only what the waypoint itself can tell; why the whole order ended stands at its outcome. */
export function failedNote(id: Middle, reason: CancelReason | undefined): string | undefined {
  switch (reason) {
    case 'review_rejected':
      return 'We decided not to take it.';
    case 'review_timeout':
      return 'Nobody came to it in time.';
    case 'payment_timeout':
      return id === 'authentication' ? 'The time for it ran out.' : undefined;
    case 'payment_declined':
      return id === 'authentication' ? 'Your bank said no.' : undefined;
    case 'out_of_stock':
    case 'shipping_unavailable':
    case 'customer_request':
    case 'internal_error':
    case undefined:
      return undefined;
  }
}

export function reversedNote(id: Middle, payment: OrderProgress['payment']): string {
  if (id === 'shipment') return 'Called off again.';
  if (id === 'paid') return payment?.status === 'refunded' ? 'Given back.' : 'Being given back.';
  return payment?.status === 'voided' || payment?.status === 'refunded' ? 'Let go again.' : 'Being let go.';
}
