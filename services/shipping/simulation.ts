import { ArrangeShipment, CancelShipments, QuoteShipping } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import type { Consumer, SimulatedFunction } from '@waypost/test-kit/simulation';
import { arrangeShipment } from './src/app/arrange-shipment.ts';
import { cancelShipments } from './src/app/cancel-shipments.ts';
import { quoteShipping } from './src/app/quote-shipping.ts';
import type { ShipmentStore } from './src/ports.ts';
import { shipmentsInMemory } from './test/shipments-in-memory.ts';

export type { ShipmentStore };

/** The service as a simulation runs it: its commands on shipments in memory. */
export function shippingSimulation({
  shipments: wrap = (shipments) => shipments,
}: {
  /** Swaps in another store, e.g. one with a bug. */
  readonly shipments?: (shipments: ShipmentStore) => ShipmentStore;
} = {}) {
  const { orders, told, writes: _, ...inMemory } = shipmentsInMemory();
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
  };
  const consumers: readonly Consumer[] = [];
  return { functions, consumers, told, orders };
}
