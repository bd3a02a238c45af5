import type { OrderId } from '@waypost/contracts';
import type { Faults, Scheduler } from '@waypost/test-kit/simulation';
import { inventorySimulation } from 'inventory/simulation';
import { type Executions, type Order, orderSimulation } from 'order/simulation';
import { paymentSimulation } from 'payment/simulation';
import { shippingSimulation } from 'shipping/simulation';
import type { Plant } from './plants.ts';
import { declineCodeOf, isAuthenticated, PRODUCTS, REVIEW_THRESHOLD } from './shoppers.ts';
import { WAITS } from './waits.ts';

/** As in services/inventory/stack.ts: longer than the longest wait, with room for a redrive. */
const HOLD_SECONDS = WAITS.review + WAITS.payment + 3600;

interface Around {
  readonly plant: Plant;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  readonly park: (orderId: OrderId) => void;
  readonly executions: () => Executions;
  readonly stop: (order: Order) => Promise<'stopped' | 'left'>;
}

/** The services with their external dependencies and their planted bugs. */
export function servicesOf({ plant, scheduler, faults, deadLetters, park, executions, stop }: Around) {
  return {
    inventory: inventorySimulation({ deadLetters, holdSeconds: HOLD_SECONDS, ...plant }),
    payment: paymentSimulation({
      ...plant,
      deadLetters,
      judge: (step, { payableId, paymentMethod }) => {
        const code = step === 'authorize' ? declineCodeOf(paymentMethod) : undefined;
        return code ?? (faults.strike(['decline'], scheduler.random.of(`card of ${payableId}`)) && 'card_declined');
      },
      bank: ({ paymentMethod }) => isAuthenticated(paymentMethod),
    }),
    shipping: shippingSimulation({
      ...plant,
      // Half of the orders ship at once, the others never; each order always behaves the same.
      hasLeft: (orderId) => Number.parseInt(orderId.slice(-1), 16) % 2 === 0,
    }),
    order: orderSimulation({
      ...plant,
      deadLetters,
      products: new Map(PRODUCTS.map((product) => [product.sku, product])),
      reviewThreshold: REVIEW_THRESHOLD,
      park,
      shipping: { stop },
      executions: {
        start: (name, input) => executions().start(name, input),
        stateOf: (name) => executions().stateOf(name),
        complete: (taskToken, output) => executions().complete(taskToken, output),
      },
    }),
  };
}

export type Services = ReturnType<typeof servicesOf>;
