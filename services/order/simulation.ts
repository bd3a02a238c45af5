import {
  type CommandContract,
  type DomainEvent,
  type Money,
  type OrderId,
  OrderPlaced,
  PaymentAuthenticated,
  type ReviewDecision,
  type ShopperId,
  type Sku,
} from '@waypost/contracts';
import { commandFunction, eventFunction, type MessageContext, scheduledFunction } from '@waypost/service-kit';
import type { Consumer, Invocation, SimulatedFunction } from '@waypost/test-kit/simulation';
import type * as z from 'zod';
import { arrangeShipments, prepareOrder } from './express-workflows.ts';
import { workflowInputOf } from './src/adapters/order-workflow.ts';
import { awaitDecision } from './src/app/await-decision.ts';
import { assessRisk, beginUndoing, cancelOrder, checkOrder, confirmOrder } from './src/app/drive-order.ts';
import { placeOrder, type PlaceOrderRequest } from './src/app/place-order.ts';
import { recordDecision } from './src/app/record-decision.ts';
import { redriveOrder, type RedrivePorts } from './src/app/redrive-order.ts';
import { requestCancellation } from './src/app/request-cancellation.ts';
import { showOrder } from './src/app/show-order.ts';
import { startOrder } from './src/app/start-order.ts';
import { sweepOrders } from './src/app/sweep-orders.ts';
import {
  AssessRisk,
  AwaitPayment,
  AwaitReview,
  BeginUndoing,
  CancelOrder,
  CheckOrder,
  ConfirmOrder,
} from './src/commands.ts';
import { decideAuthentication, decideReview } from './src/domain/decisions.ts';
import { type Order, isUndecided, needsDriving } from './src/domain/order.ts';
import { orderIdOf } from './src/domain/order-identity.ts';
import type { PricedProduct } from './src/domain/price-lines.ts';
import type { ExecutionState } from './src/domain/redrive.ts';
import type { Orders, OrderWorkflow, Products, Shipping, UndecidedOrders } from './src/ports.ts';
import { ordersInMemory } from './test/orders-in-memory.ts';
import { orderWorkflow, type Waits } from './workflow.ts';
import type { Arns } from './workflow-arns.ts';

export type { ExecutionState, Order, Orders, PlaceOrderRequest };
export { isUndecided, needsDriving, orderIdOf };

/** What drives orders, by the names of its executions. */
export interface Executions {
  /** Starts an execution of the workflow, or tells that its name is taken. */
  readonly start: (name: string, input: unknown) => 'started' | 'started_before';
  readonly stateOf: (name: string) => ExecutionState;
  /** Tells a waiting task its output, as JSON. */
  readonly tell: (taskToken: string, output: string) => 'told' | 'over';
}

interface Outside {
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  readonly products: ReadonlyMap<Sku, PricedProduct>;
  readonly executions: Executions;
  /** Above which total a person looks at an order. */
  readonly reviewThreshold: Money;
  /** Who knows what has left. */
  readonly shipping: Shipping;
  /** Told of orders that wait for an operator. */
  readonly park: (orderId: OrderId) => void;
  /** Swaps in another store, e.g. one with a bug. */
  readonly orders?: (orders: Orders) => Orders;
  /** The same, only where the workflow begins to wait. */
  readonly waitingOrders?: (orders: Orders) => Orders;
}

/** A command as a simulation runs it. */
const command = <Request extends z.ZodType, Result extends z.ZodType>(
  contract: CommandContract<Request, Result>,
  handle: (request: z.output<Request>, context: MessageContext, invocation: Invocation) => Promise<z.output<Result>>,
): Record<string, SimulatedFunction> => ({
  [contract.name]: (payload, invocation) =>
    commandFunction(contract, (request, context) => handle(request, context, invocation), invocation)(payload),
});

/** The service as a simulation runs it: its API, its commands, its sweeper and its workflows, on orders in memory. */
export function orderSimulation(outside: Outside) {
  const inMemory = ordersInMemory();
  const ports = portsOn(inMemory, outside);
  return {
    functions: commandsOf(ports, outside.reviewThreshold),
    consumers: consumersOf(ports, outside.deadLetters),
    told: inMemory.told,
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

/** The ports of one invocation each. */
function portsOn(
  inMemory: Orders & UndecidedOrders & { readonly told: readonly DomainEvent[] },
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
  const undecided: UndecidedOrders = { unchangedSince };
  const nameOf = ({ orderId, attempt }: Order) => `${orderId}-${attempt}`;
  const workflow: OrderWorkflow = {
    start: async (order) => executions.start(nameOf(order), workflowInputOf(order)),
    stateOf: async (order) => executions.stateOf(nameOf(order)),
    tell: async (taskToken, outcome) => executions.tell(taskToken, JSON.stringify({ outcome })),
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
    sweeping: (invocation: Invocation): RedrivePorts & { readonly undecided: UndecidedOrders } => ({
      ...driving(invocation),
      undecided: invocation.port('undecided', undecided),
      park: (order) => invocation.port('parked', parked).park(order),
    }),
  };
}

type Ports = ReturnType<typeof portsOn>;

function commandsOf({ driving, waiting }: Ports, reviewThreshold: Money): Record<string, SimulatedFunction> {
  return {
    ...command(AssessRisk, async (order) => assessRisk(order, reviewThreshold)),
    ...command(AwaitReview, ({ orderId, ...wait }, { now: at }, invocation) =>
      awaitDecision(waiting(invocation), orderId, { for: 'review', at, ...wait }),
    ),
    ...command(AwaitPayment, ({ orderId, ...wait }, { now: at }, invocation) =>
      awaitDecision(waiting(invocation), orderId, { for: 'payment', at, ...wait }),
    ),
    ...command(CheckOrder, (request, _, invocation) => checkOrder(driving(invocation), request)),
    ...command(ConfirmOrder, (request, _, invocation) => confirmOrder(driving(invocation), request)),
    ...command(BeginUndoing, (request, _, invocation) => beginUndoing(driving(invocation), request)),
    ...command(CancelOrder, (request, _, invocation) => cancelOrder(driving(invocation), request)),
  };
}

function consumersOf({ driving }: Ports, deadLetters: Outside['deadLetters']): readonly Consumer[] {
  const start: SimulatedFunction = (message, invocation) =>
    eventFunction([OrderPlaced], async ({ data }) => void (await startOrder(driving(invocation), data.orderId)), {
      clock: invocation.clock,
      deadLetters,
    })(message);
  const recordAuthentication: SimulatedFunction = (message, invocation) =>
    eventFunction(
      [PaymentAuthenticated],
      async ({ data: { orderId, outcome } }, { now: at }) =>
        void (await recordDecision(driving(invocation), orderId, (order) =>
          decideAuthentication(order, { at, outcome }),
        )),
      { clock: invocation.clock, deadLetters },
    )(message);
  return [
    { name: 'start-order-workflow', events: [OrderPlaced.name], run: start },
    { name: 'record-authentication-of-order', events: [PaymentAuthenticated.name], run: recordAuthentication },
  ];
}

/** What people and the clock ask. */
function actionsOf({ driving, placing, sweeping }: Ports) {
  return {
    place:
      (request: PlaceOrderRequest): SimulatedFunction =>
      (_, invocation) => {
        const correlationId = orderIdOf(request.shopperId, request.idempotencyKey);
        return placeOrder({ ...placing(invocation), correlationId }, request);
      },
    review:
      (orderId: OrderId, decision: ReviewDecision): SimulatedFunction =>
      (_, invocation) => {
        const at = invocation.clock().toISOString();
        return recordDecision(driving(invocation), orderId, (order) => decideReview(order, { at, decision }));
      },
    requestCancellation:
      (orderId: OrderId, shopperId: ShopperId): SimulatedFunction =>
      (_, invocation) => {
        const at = invocation.clock().toISOString();
        return requestCancellation(driving(invocation), { orderId, shopperId, at });
      },
    sweep: ((event, invocation) =>
      scheduledFunction(async () => void (await sweepOrders(sweeping(invocation))), {
        clock: invocation.clock,
        newId: () => 'sweep',
      })(event)) satisfies SimulatedFunction,
    /** An operator drives an order again. */
    redrive:
      (orderId: OrderId): SimulatedFunction =>
      (_, invocation) =>
        redriveOrder(sweeping(invocation), orderId, 'operator'),
  };
}
