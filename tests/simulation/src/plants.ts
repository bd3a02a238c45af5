import type { StockStore } from 'inventory/simulation';
import type { Orders } from 'order/simulation';
import type { Intent, PaymentProvider, Payments } from 'payment/simulation';
import type { ShipmentStore } from 'shipping/simulation';

/** Definition of a state machine, as in `workflow.ts`. */
export interface Definition {
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Parts of the shop in which a bug is planted: each function takes a part and returns the broken one. */
export interface Plant {
  readonly stock?: (stock: StockStore) => StockStore;
  readonly payments?: (payments: Payments) => Payments;
  readonly provider?: (provider: PaymentProvider, intents: readonly Intent[]) => PaymentProvider;
  readonly shipments?: (shipments: ShipmentStore) => ShipmentStore;
  readonly waitingOrders?: (orders: Orders) => Orders;
  readonly holdSeconds?: number;
  readonly orderWorkflow?: (definition: Definition) => Definition;
}

/** A compensation that arrives first leaves no tombstone, so the late original succeeds. */
const noTombstone: Plant = {
  stock: (stock) => ({
    ...stock,
    save: async (change) => {
      const { reservation } = change;
      const isTombstone = reservation?.status === 'released' && !(await stock.reservationOf(reservation.orderId));
      return isTombstone ? 'saved' : stock.save(change);
    },
  }),
  payments: (payments) => ({
    ...payments,
    keep: async (record, events) => {
      const isTombstone = record.reversal !== 'none' && !(await payments.of(record.payableId));
      return isTombstone ? record : payments.keep(record, events);
    },
  }),
  shipments: (shipments) => ({
    ...shipments,
    save: async (next, events) => {
      const isTombstone = next.status === 'cancelled' && !(await shipments.shipmentsOf(next.orderId));
      return isTombstone ? { outcome: 'saved' } : shipments.save(next, events);
    },
  }),
};

/** Each call of a capture charges, also a repeated one after a lost response. */
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

/** Compensation releases the stock before the payment is refunded. */
const releaseBeforeVoid: Plant = {
  orderWorkflow: (definition) =>
    edited(redirected(definition, ['ReversePayment'], 'ReleaseStock'), {
      ReleaseStock: { Next: 'ReversePayment' },
      ReversePayment: { Next: 'CancelOrder' },
    }),
};

/** A workflow that starts to wait overwrites an earlier decision. */
const cancelNotReread: Plant = {
  waitingOrders: (orders) => ({
    ...orders,
    get: async (orderId) => {
      const order = await orders.get(orderId);
      return order && { ...order, decisions: {} };
    },
    save: async (next, events) => {
      const stored = await orders.get(next.orderId);
      return orders.save({ ...next, version: (stored?.version ?? 0) + 1 }, events);
    },
  }),
};

/** Reservations expire before the review times out. */
const reservationExpiresInReview: Plant = { holdSeconds: 120 };

/** Returns a definition with changed fields in some of its states. */
export function edited(definition: Definition, changes: Readonly<Record<string, object>>): Definition {
  const States = { ...definition.States };
  for (const [name, fields] of Object.entries(changes)) States[name] = { ...States[name], ...fields };
  return { ...definition, States };
}

/** Returns a definition in which all transitions to some states lead to another one. */
export function redirected(definition: Definition, from: readonly string[], to: string): Definition {
  const leads = new RegExp(`"(Next|Default)":"(?:${from.join('|')})"`, 'g');
  const States: Definition['States'] = JSON.parse(
    JSON.stringify(definition.States).replaceAll(leads, (_, field: string) => `"${field}":"${to}"`),
  );
  return { ...definition, States };
}

/** Planted bugs by name. Each must be found: see plants.test.ts. */
export const PLANTS = {
  'no-tombstone': noTombstone,
  'capture-not-idempotent': captureNotIdempotent,
  'release-before-void': releaseBeforeVoid,
  'cancel-not-reread': cancelNotReread,
  'reservation-expires-in-review': reservationExpiresInReview,
} as const satisfies Readonly<Record<string, Plant>>;

export type PlantName = keyof typeof PLANTS;

export const isPlantName = (name: string): name is PlantName => Object.hasOwn(PLANTS, name);
