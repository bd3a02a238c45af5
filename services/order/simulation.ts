import { type DomainEvent, OrderId, OrderPlaced, type Sku } from '@waypost/contracts';
import { commandFunction, eventFunction } from '@waypost/service-kit';
import type { Consumer, Invocation, SimulatedFunction } from '@waypost/test-kit/simulation';
import { workflowInputOf } from './src/adapters/order-workflow.ts';
import { finishOrder } from './src/app/finish-order.ts';
import { placeOrder, type PlaceOrderRequest } from './src/app/place-order.ts';
import { startOrder } from './src/app/start-order.ts';
import { CancelOrder, ConfirmOrder } from './src/commands.ts';
import type { Order } from './src/domain/order.ts';
import { factOf } from './src/domain/order-facts.ts';
import type { PricedProduct } from './src/domain/price-lines.ts';
import type { Orders, OrderWorkflow, Products } from './src/ports.ts';
import { ordersInMemory } from './test/orders-in-memory.ts';
import { type Arns, arrangeShipments, orderWorkflow, prepareOrder } from './workflow.ts';

export type { Order, Orders, PlaceOrderRequest };

interface Outside {
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  readonly products: ReadonlyMap<Sku, PricedProduct>;
  /** Starts an execution of the workflow, or tells that its name is taken. */
  readonly startExecution: (name: string, input: unknown) => 'started' | 'started_before';
  /** Swaps in another store, e.g. one with a bug. */
  readonly orders?: (orders: Orders) => Orders;
}

/** The service as a simulation runs it: placing orders, its commands and its workflows on orders in memory. */
export function orderSimulation({ deadLetters, products, startExecution, orders: wrap = (orders) => orders }: Outside) {
  const { saved, ...inMemory } = ordersInMemory();
  const store = wrap(inMemory);
  const ordersOf = ({ port }: Invocation): Orders => port('orders', store);
  const workflow: OrderWorkflow = {
    start: async (order, correlationId) =>
      startExecution(`${order.orderId}-${order.attempt}`, workflowInputOf(order, correlationId)),
  };
  const view: Products = {
    bySku: async (skus) => new Map([...products].filter(([sku]) => skus.includes(sku))),
  };

  const confirm: SimulatedFunction = (payload, invocation) =>
    commandFunction(
      ConfirmOrder,
      async ({ orderId, attempt, shipments }, { now: at }) => {
        const command = { type: 'confirm', attempt, at, shipments } as const;
        const finished = await finishOrder({ orders: ordersOf(invocation) }, orderId, command);
        return finished.outcome === 'happened' ? ({ outcome: 'confirmed' } as const) : finished;
      },
      invocation,
    )(payload);
  const cancel: SimulatedFunction = (payload, invocation) =>
    commandFunction(
      CancelOrder,
      async ({ orderId, attempt, reason }, { now: at }) => {
        const command = { type: 'cancel', attempt, at, reason } as const;
        const finished = await finishOrder({ orders: ordersOf(invocation) }, orderId, command);
        return finished.outcome === 'happened' ? ({ outcome: 'cancelled' } as const) : finished;
      },
      invocation,
    )(payload);
  const start: SimulatedFunction = (message, invocation) => {
    const ports = { orders: ordersOf(invocation), workflow: invocation.port('workflow', workflow) };
    return eventFunction(
      [OrderPlaced],
      async ({ data }, { correlationId }) => void (await startOrder(ports, data.orderId, correlationId)),
      { clock: invocation.clock, deadLetters },
    )(message);
  };
  /**
   * Stands in for the sweeper until there is one: raises the attempt of an order that is still undecided, and starts it
   * again. Its caller sees to it that the earlier execution is over.
   */
  const redrive: SimulatedFunction = async (payload, invocation) => {
    const orders = ordersOf(invocation);
    const order = await orders.get(OrderId.parse(payload));
    if (order?.status !== 'PLACED') return;
    const next = { ...order, attempt: order.attempt + 1, version: order.version + 1 };
    if ((await orders.save(next)) === 'saved') await invocation.port('workflow', workflow).start(next, next.orderId);
  };

  const consumers: readonly Consumer[] = [{ name: 'start-order-workflow', events: [OrderPlaced.name], run: start }];
  const events: DomainEvent[] = [];
  return {
    functions: { [ConfirmOrder.name]: confirm, [CancelOrder.name]: cancel },
    consumers,
    /** Each write tells what came of it. */
    told: (): readonly DomainEvent[] => {
      for (const order of saved.slice(events.length)) events.push(factOf(order));
      return events;
    },
    /** Each write, in order. */
    saved,
    place:
      (request: PlaceOrderRequest): SimulatedFunction =>
      (_, invocation) => {
        const now = invocation.clock().toISOString();
        return placeOrder({ orders: ordersOf(invocation), products: invocation.port('products', view), now }, request);
      },
    redrive,
    /** The definitions of the workflows by name. */
    stateMachines: (arns: Arns) => ({
      'prepare-order': prepareOrder(arns),
      'arrange-shipments': arrangeShipments(arns),
      'order-workflow': orderWorkflow(arns),
    }),
  };
}
