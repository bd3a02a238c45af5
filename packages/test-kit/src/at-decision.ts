import type { Order } from '@waypost/contracts';

/** An order in the state of its decision: a confirmed one may have been shipped or settled since. */
export function atDecision(order: Order): Order {
  const confirmed = order.history.findIndex(({ status }) => status === 'CONFIRMED');
  if (confirmed === -1 || order.status === 'CANCELLED') return order;
  const { returnableUntil: _, ...decided } = order;
  return {
    ...decided,
    status: 'CONFIRMED',
    history: order.history.slice(0, confirmed + 1),
    payment: { status: 'captured' },
    shipments: order.shipments.map(withoutParcel),
    returns: [],
  };
}

/** A shipment as it was arranged, before anything was packed. */
export function withoutParcel<Shipment extends { readonly parcel?: unknown }>(
  shipment: Shipment,
): Omit<Shipment, 'parcel'> {
  const { parcel: _, ...arranged } = shipment;
  return arranged;
}
