import type { Arns } from '@waypost/cdk-kit/workflow-tasks';
import type { OrderId, ShopperId } from '@waypost/contracts';
import { arrangeShipments, prepareOrder } from './express-workflows.ts';
import { actionsOf } from './simulation/actions.ts';
import { commandsOf } from './simulation/commands.ts';
import { consumersOf } from './simulation/consumers.ts';
import type { Executions, Outside } from './simulation/outside.ts';
import { portsOn } from './simulation/ports.ts';
import type { PlaceOrderRequest } from './src/app/order/place-order.ts';
import { showOrder } from './src/app/order/show-order.ts';
import { type Order, isPending, isUnfinished } from './src/domain/order/order.ts';
import { orderIdOf } from './src/domain/order/order-identity.ts';
import type { ExecutionState } from './src/domain/recovery/redrive.ts';
import type { Orders } from './src/ports.ts';
import { ordersInMemory } from './test/orders-in-memory.ts';
import { orderWorkflow, type Waits } from './workflow.ts';

export type { Executions, ExecutionState, Order, Orders, PlaceOrderRequest };
export { isPending, isUnfinished, orderIdOf };

/** The service as a simulation runs it: its API, its commands, its sweeper and its workflows, on orders in memory. */
export function orderSimulation(outside: Outside) {
  const inMemory = ordersInMemory();
  const ports = portsOn(inMemory, outside);
  return {
    functions: commandsOf(ports, outside.reviewThreshold),
    consumers: consumersOf(ports, outside.deadLetters),
    published: inMemory.published,
    /** Each write, in order. */
    saved: inMemory.saved,
    /** Orders as they are now. */
    all: inMemory.all,
    /** An order as its shopper sees it. */
    show: (orderId: OrderId, shopperId: ShopperId) => showOrder({ orders: inMemory }, orderId, shopperId),
    ...actionsOf(ports),
    /** The definitions of the workflows by name. */
    stateMachines: (arns: Arns, waits: Waits) => ({
      'prepare-order': prepareOrder(arns),
      'arrange-shipments': arrangeShipments(arns),
      'order-workflow': orderWorkflow(arns, waits),
    }),
  };
}
