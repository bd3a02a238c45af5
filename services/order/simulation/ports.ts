import type { DomainEvent } from '@waypost/contracts';
import type { Invocation } from '@waypost/test-kit/simulation';
import { workflowInputOf } from '../src/adapters/order-workflow.ts';
import type { RedrivePorts } from '../src/app/recovery/redrive-order.ts';
import type { Order } from '../src/domain/order/order.ts';
import type { Orders, OrderWorkflow, Products, PendingOrders } from '../src/ports.ts';
import type { Outside } from './outside.ts';

/** The ports of one invocation each. */
export function portsOn(
  inMemory: Orders & PendingOrders & { readonly published: readonly DomainEvent[] },
  {
    products,
    executions,
    park,
    shipping,
    orders: wrap = (orders) => orders,
    waitingOrders = (orders) => orders,
  }: Outside,
) {
  const { add, get, save, unchangedSince } = inMemory;
  const store = wrap({ add, get, save });
  const undecided: PendingOrders = { unchangedSince };
  const nameOf = ({ orderId, attempt }: Order) => `${orderId}-${attempt}`;
  const workflow: OrderWorkflow = {
    start: async (order) => executions.start(nameOf(order), workflowInputOf(order)),
    stateOf: async (order) => executions.stateOf(nameOf(order)),
    complete: async (taskToken, outcome) => executions.complete(taskToken, JSON.stringify({ outcome })),
  };
  const view: Products = {
    bySku: async (skus) => new Map([...products].filter(([sku]) => skus.includes(sku))),
  };
  const parked = { park: async ({ orderId }: Order) => park(orderId) };

  const driving = ({ port, clock }: Invocation) => ({
    orders: port('orders', store),
    workflow: port('workflow', workflow),
    shipping: port('shipping', shipping),
    now: clock().toISOString(),
  });
  return {
    driving,
    waiting: (invocation: Invocation) => ({
      ...driving(invocation),
      orders: invocation.port('orders', waitingOrders(store)),
    }),
    placing: (invocation: Invocation) => ({
      ...driving(invocation),
      products: invocation.port('products', view),
    }),
    sweeping: (invocation: Invocation): RedrivePorts & { readonly undecided: PendingOrders } => ({
      ...driving(invocation),
      undecided: invocation.port('pending', undecided),
      park: (order) => invocation.port('parked', parked).park(order),
    }),
  };
}

export type Ports = ReturnType<typeof portsOn>;
