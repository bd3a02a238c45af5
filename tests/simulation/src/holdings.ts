import type { OrderId, PayableId } from '@waypost/contracts';
import type { Intent } from 'payment/simulation';
import { groupedBy } from './grouped.ts';
import type { World } from './world.ts';

/** Parts of a world that hold payments. */
type Paying = { readonly payment: { readonly intents: readonly Intent[] } };

/** All payment intents. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Authorized, or authorized as soon as the shopper authenticates. */
export const isOpen = (state: Intent['state']): boolean => state === 'held' || state === 'unauthenticated';

/** The provider's intents of an order or a booking. */
export const intentsOf = ({ payment }: Paying, payableId: PayableId): readonly Intent[] =>
  groupedBy(payment.intents, (intent) => intent.payableId, payableId);

/** Amount that the provider holds for an order or a booking, in minor units. */
export function moneyOf({ payment }: Paying, payableId: PayableId): { readonly held: number; readonly taken: number } {
  const intents = intentsOf({ payment }, payableId);
  return {
    held: sum(intents.map(({ state, amount }) => (isOpen(state) ? amount : 0))),
    taken: sum(intents.map(({ captures, refunds, amount }) => (captures - refunds) * amount)),
  };
}

/** Reports whether a parcel of the order is on its way. */
export const hasShipments = ({ shipping }: World, orderId: OrderId): boolean => {
  const there = shipping.orders.get(orderId);
  return there?.status === 'arranged' && Object.keys(there.shipments).length > 0;
};
