import { ArrangeShipment, CancelShipments, type OrderId, QuoteShipping, StopShipments } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import type { Consumer, SimulatedFunction } from '@waypost/test-kit/simulation';
import { arrangeShipment } from './src/app/arrange-shipment.ts';
import { cancelShipments } from './src/app/cancel-shipments.ts';
import { quoteShipping } from './src/app/quote-shipping.ts';
import { stopShipments } from './src/app/stop-shipments.ts';
import type { ShipmentStore } from './src/ports.ts';
import { shipmentsInMemory } from './test/shipments-in-memory.ts';

export type { ShipmentStore };

const NOTHING_BOOKED = { recall: () => Promise.resolve('recalled' as const) };

/** The service as a simulation runs it: its commands on shipments in memory. */
export function shippingSimulation({
  shipments: wrap = (shipments) => shipments,
  hasLeft = () => false,
}: {
  /** Swaps in another store, e.g. one with a bug. */
  readonly shipments?: (shipments: ShipmentStore) => ShipmentStore;
  /** Reports whether the carrier picked up a parcel of an order. */
  readonly hasLeft?: (orderId: OrderId) => boolean;
} = {}) {
  const { orders, published, writes: _, ...inMemory } = shipmentsInMemory();
  const store = wrap(inMemory);

  const functions: Record<string, SimulatedFunction> = {
    [QuoteShipping.name]: (payload, invocation) =>
      commandFunction(QuoteShipping, async (request) => quoteShipping(request), invocation)(payload),
    [ArrangeShipment.name]: (payload, invocation) =>
      commandFunction(
        ArrangeShipment,
        (request, { now }) => arrangeShipment({ shipments: invocation.port('shipments', store), now }, request),
        invocation,
      )(payload),
    [CancelShipments.name]: (payload, invocation) =>
      commandFunction(
        CancelShipments,
        (request) => cancelShipments({ shipments: invocation.port('shipments', store) }, request),
        invocation,
      )(payload),
    // Parcels are not simulated: the caller decides whether one left.
    [StopShipments.name]: (payload, invocation) =>
      commandFunction(
        StopShipments,
        async (request) =>
          hasLeft(request.orderId)
            ? { outcome: 'left' as const }
            : stopShipments({ shipments: invocation.port('shipments', store), carrier: NOTHING_BOOKED }, request),
        invocation,
      )(payload),
  };
  const consumers: readonly Consumer[] = [];
  return { functions, consumers, published, orders };
}
