import type { ParcelStatus } from '@waypost/contracts';
import { HAPPENED, happens, type OrderDecision, rejected } from './decide.ts';
import { evolve, isConfirmed, type Order } from './order.ts';

// Changes of a confirmed order that events cause.

/** A parcel of the order stands somewhere; what is known already is no news, and neither is a parcel of an order that was cancelled. */
export function decideParcel(
  order: Order,
  report: { readonly at: string; readonly shipmentId: string; readonly status: ParcelStatus; readonly since: string },
): OrderDecision<'unknown_parcel'> {
  if (order.status === 'CANCELLED') return HAPPENED;
  const parcelIn = (of: Order) =>
    isConfirmed(of) ? of.shipments.find(({ shipmentId }) => shipmentId === report.shipmentId) : undefined;
  const shipment = parcelIn(order);
  if (!shipment) return rejected('unknown_parcel');
  const event = { type: 'parcel_reported', ...report } as const;
  return parcelIn(evolve(order, event))?.parcel === shipment.parcel ? HAPPENED : happens(event);
}

/** The provider has the money, which may be heard before the order is confirmed. */
export function decideSettled(order: Order, { at }: { readonly at: string }): OrderDecision<never> {
  return order.status === 'CANCELLED' || order.settledAt ? HAPPENED : happens({ type: 'settled', at });
}
