import type { CancelReason, OrderProgress } from '../api/shop.ts';
import type { StepState } from '../layout/trail.tsx';
import { parcelTrouble } from './parcel-words.ts';

/** Labels of the waypoints between purchase and outcome. */
export type Middle = 'review' | 'authentication' | 'held' | 'shipment' | 'paid';

/** Labels of the waypoints after the confirmation. */
export type After = 'shipped' | 'delivered' | 'completed' | 'returned';

const titles: Readonly<Record<Middle, string>> = {
  review: 'Reviewed',
  authentication: 'Payment authenticated',
  held: 'Stock reserved, payment authorized',
  shipment: 'Shipment arranged',
  paid: 'Paid',
};

export const afterTitles: Readonly<Record<After, string>> = {
  shipped: 'Shipped',
  delivered: 'Delivered',
  completed: 'Completed',
  returned: 'Returned',
};

/** Describes a waypoint after the confirmation, in progress or done. */
export function afterNote(
  id: After,
  state: StepState,
  { shipments }: Pick<OrderProgress['order'], 'shipments'>,
): string | undefined {
  if (id === 'returned') return 'We received all items.';
  if (state !== 'now') return undefined;
  switch (id) {
    case 'shipped':
      return 'We are packing it.';
    case 'delivered':
      return shipments.some(({ parcel }) => parcel && parcelTrouble(parcel.status))
        ? 'There is a problem: see the parcels.'
        : 'On its way to you.';
    case 'completed':
      return 'Only the bank still has to settle the payment.';
  }
}

/** An order that waits has reserved its stock: only the payment is left. */
export const titleOf = (id: Middle, waited: boolean): string => (id === 'held' && waited ? 'Money held' : titles[id]);

/** Describes the wait at a waypoint. */
export function nowNote(id: Middle): string | undefined {
  if (id === 'review') return 'We review large orders.';
  return id === 'authentication' ? 'Your bank asks you to authenticate the payment.' : undefined;
}

export function doneNote(id: Middle, shipments: OrderProgress['shipments']): string | undefined {
  if (id !== 'shipment' || shipments.length === 0) return undefined;
  const carriers = [...new Set(shipments.map(({ carrier }) => carrier))].join(' and ');
  const warehouses = shipments.map(({ warehouse }) => warehouse).join(' and ');
  return `${carriers}, from the ${warehouses} warehouse${shipments.length > 1 ? 's' : ''}`;
}

/** Explains only the waypoint itself; the outcome explains why the whole order ended. */
export function failedNote(id: Middle, reason: CancelReason | undefined): string | undefined {
  switch (reason) {
    case 'review_rejected':
      return 'We decided not to accept it.';
    case 'review_timeout':
      return 'It was not reviewed in time.';
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
  if (id === 'shipment') return 'Cancelled.';
  if (id === 'paid') return payment?.status === 'refunded' ? 'Refunded.' : 'Refund in progress.';
  return payment?.status === 'voided' || payment?.status === 'refunded' ? 'Voided.' : 'Being voided.';
}
