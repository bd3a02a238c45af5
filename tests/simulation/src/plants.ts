import type { StockStore } from 'inventory/simulation';
import type { Orders } from 'order/simulation';
import type { Intent, PaymentProvider, Payments } from 'payment/simulation';
import type { ShipmentStore } from 'shipping/simulation';

/** The definition of a state machine, as `workflow.ts` gives it. */
export interface Definition {
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Pieces of the shop that a bug is planted in: each takes the piece as it is and gives the broken one. */
export interface Plant {
  readonly stock?: (stock: StockStore) => StockStore;
  readonly payments?: (payments: Payments) => Payments;
  readonly provider?: (provider: PaymentProvider, intents: readonly Intent[]) => PaymentProvider;
  readonly shipments?: (shipments: ShipmentStore) => ShipmentStore;
  readonly orders?: (orders: Orders) => Orders;
  readonly orderWorkflow?: (definition: Definition) => Definition;
}

/** A compensation that comes first leaves nothing, so the late original goes through. */
const noTombstone: Plant = {
  stock: (stock) => ({
    ...stock,
    save: async (change) =>
      change.reservation?.status === 'released' && change.reservation.parts.length === 0 ? 'saved' : stock.save(change),
  }),
  payments: (payments) => ({
    ...payments,
    keep: async (record, events) => (record.payment === undefined ? record : payments.keep(record, events)),
  }),
  shipments: (shipments) => ({
    ...shipments,
    save: async (next, events) =>
      next.status === 'cancelled' && Object.keys(next.shipments).length === 0
        ? { outcome: 'saved' }
        : shipments.save(next, events),
  }),
};

/** Each call of a capture takes the money, also one that only asks again after its answer was lost. */
const captureNotIdempotent: Plant = {
  provider: (provider, intents) => ({
    ...provider,
    capture: async (orderId, intentId) => {
      const intent = intents.find(({ id }) => id === intentId);
      const isAgain = intent?.state === 'taken';
      const answer = await provider.capture(orderId, intentId);
      if (intent && isAgain) intent.captures += 1;
      return answer;
    },
  }),
};

/** Stock is given back before the money is. */
const releaseBeforeVoid: Plant = {
  orderWorkflow: (definition) =>
    edited(definition, {
      CancelShipments: { Next: 'ReleaseStock' },
      ReleaseStock: { Next: 'UndoPayment' },
      UndoPayment: { Next: 'CancelOrder' },
    }),
};

/** A definition with other fields in some of its states. */
export function edited(definition: Definition, changes: Readonly<Record<string, object>>): Definition {
  const States = { ...definition.States };
  for (const [name, fields] of Object.entries(changes)) States[name] = { ...States[name], ...fields };
  return { ...definition, States };
}

/** Bugs to plant, by name. Each must be found: see plants.test.ts. */
export const PLANTS = {
  'no-tombstone': noTombstone,
  'capture-not-idempotent': captureNotIdempotent,
  'release-before-void': releaseBeforeVoid,
} as const satisfies Readonly<Record<string, Plant>>;

export type PlantName = keyof typeof PLANTS;

export const isPlantName = (name: string): name is PlantName => Object.hasOwn(PLANTS, name);
