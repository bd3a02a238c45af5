import type { OrderId } from '@waypost/contracts';
import type { Intent } from 'payment/simulation';
import type { World } from './world.ts';

/** All of them together. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Held, or about to be as soon as the shopper authenticates. */
export const isOpen = (state: Intent['state']): boolean => state === 'held' || state === 'unauthenticated';

/** What the provider has of an order's money, in minor units. */
export function moneyOf({ payment }: World, orderId: OrderId): { readonly held: number; readonly taken: number } {
  const intents = payment.intents.filter((intent) => intent.orderId === orderId);
  return {
    held: sum(intents.map(({ state, amount }) => (isOpen(state) ? amount : 0))),
    taken: sum(intents.map(({ captures, refunds, amount }) => (captures - refunds) * amount)),
  };
}

/** Whether something is on its way to whoever placed it. */
export const hasShipments = ({ shipping }: World, orderId: OrderId): boolean => {
  const there = shipping.orders.get(orderId);
  return there?.status === 'arranged' && Object.keys(there.shipments).length > 0;
};
