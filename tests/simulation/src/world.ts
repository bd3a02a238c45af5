import { type OrderId, StopShipments } from '@waypost/contracts';
import { TransientError } from '@waypost/service-kit';
import {
  type Faults,
  type FaultKind,
  faultsOf,
  functionRunner,
  messageRelay,
  namedError,
  randomFrom,
  type Scheduler,
  schedulerOf,
  type SimulatedFunction,
  stateMachines,
  taskTokens,
  type Trace,
} from '@waypost/test-kit/simulation';
import { inventorySimulation } from 'inventory/simulation';
import { needsDriving, type Order, orderSimulation } from 'order/simulation';
import { paymentSimulation } from 'payment/simulation';
import { shippingSimulation } from 'shipping/simulation';
import { endedByItself, executionsOn, isLostRace } from './executions.ts';
import type { Plant } from './plants.ts';
import { declineCodeOf, isAuthenticated, PRODUCTS, REVIEW_THRESHOLD, stockOf } from './shoppers.ts';

export interface WorldProps {
  readonly seed: number;
  readonly luck?: number | undefined;
  readonly kinds: readonly FaultKind[];
  readonly plant?: Plant | undefined;
  readonly trace?: Trace;
  /** Told of each order that waits for an operator. */
  readonly onParked?: (orderId: OrderId) => void;
}

/** How long orders wait for people, in seconds. */
const WAITS = { review: 300, payment: 200 } as const;
/** As in services/inventory/stack.ts: longer than the longest wait, with room for being driven again. */
const HOLD_SECONDS = WAITS.review + WAITS.payment + 3600;

/** Calls of ports that change nothing, so that there is nothing to check after them. */
const READS =
  /\.(?:get|of|bySku|stateOf|unchangedSince|heldUntil|stockOf|levelsOf|reservationOf|reservationAndLevelsOf|shipmentsOf)$/;

/** What people do, who rely on what they were answered. */
export type Decision = 'cancel' | 'approve' | 'reject';

/** The shop in virtual time: its services on memory, its workflows, and what carries messages between them. */
export async function worldOf({
  seed,
  luck = 0,
  kinds,
  plant = {},
  trace = () => {},
  onParked = () => {},
}: WorldProps) {
  const scheduler = schedulerOf(randomFrom(seed, luck));
  const faults = faultsOf(scheduler, { kinds });
  let effects = 0;
  const bugs: string[] = [];
  const invoke = functionRunner({
    scheduler,
    faults,
    trace,
    onEffect: (call) => void (effects += READS.test(call) ? 0 : 1),
    onOwnFailure: (name, error) => {
      if (!isLostRace(error)) bugs.push(`${name} fails by itself: ${String(error)}`);
    },
  });
  const deadLetters: string[] = [];
  const parked: OrderId[] = [];
  const accepted = new Map<OrderId, Set<Decision>>();

  const services = servicesOf({
    plant,
    scheduler,
    faults,
    deadLetters: async ({ reason }) => void deadLetters.push(reason),
    park: (orderId) => {
      parked.push(orderId);
      onParked(orderId);
    },
    // Only called once something runs, and by then the machines are there.
    executions: () => executions,
    stop: (order) => stopShipments(order),
  });
  const { inventory, payment, shipping, order } = services;

  const functions = new Map<string, SimulatedFunction>(
    [inventory, payment, shipping, order].flatMap((each) => Object.entries(each.functions)),
  );
  const names = [...functions.keys(), 'prepare-order', 'arrange-shipments'];
  const definitions = order.stateMachines(Object.fromEntries(names.map((name) => [name, name])), WAITS);
  const tokens = taskTokens();
  const machines = stateMachines({
    ...walking(scheduler, faults, trace),
    scheduler,
    tokens,
    definitions: {
      ...definitions,
      'order-workflow': plant.orderWorkflow?.(definitions['order-workflow']) ?? definitions['order-workflow'],
    },
    invoke: async (name, payload) => {
      const run = functions.get(name);
      if (!run) throw namedError('Lambda.ResourceNotFoundException', `There is no function ${name}`);
      return invoke(name, run, payload);
    },
  });
  const stopShipments = async ({ orderId, attempt, correlationId }: Order) => {
    const payload = { metadata: { correlationId, causationId: orderId }, data: { orderId, attempt } };
    const run = functions.get(StopShipments.name);
    if (!run) throw new Error('Nobody stops shipments');
    // Through a workflow, which fails where the function does; whoever waits for it is told no more.
    const answer = await invoke(StopShipments.name, run, payload).catch(() => {
      throw new TransientError(`Shipping can't be asked about ${orderId}`);
    });
    return StopShipments.result.parse(answer).outcome;
  };
  const executions = executionsOn(machines, tokens, (execution) => {
    const bug = endedByItself(execution, order.all);
    if (bug !== undefined) bugs.push(bug);
  });

  const consumers = [...inventory.consumers, ...payment.consumers, ...shipping.consumers, ...order.consumers];
  const newOutbox = messageRelay({ scheduler, faults, trace, consumers, invoke });
  const outboxes = [inventory.told, payment.told, payment.reported, shipping.told, order.told].map((told) => ({
    told,
    relay: newOutbox(),
  }));

  const stock = stockOf(seed);
  for (const { sku, warehouse, onHand } of stock) await inventory.count(sku, warehouse, onHand);
  return {
    scheduler,
    faults,
    trace,
    invoke,
    ...services,
    /** Messages that became dead letters, and orders that wait for an operator. */
    deadLetters,
    parked,
    /** Failures that nobody planned. */
    bugs,
    stock,
    relayOutboxes: () => {
      for (const { told, relay } of outboxes) relay(told);
    },
    /** How many calls of ports changed something. */
    effects: () => effects,
    /** What people were told is decided. */
    accepted,
    accept: (orderId: OrderId, decision: Decision): void => {
      accepted.set(orderId, (accepted.get(orderId) ?? new Set()).add(decision));
    },
    isDecided: (orderId: OrderId): boolean => {
      const known = order.all.get(orderId);
      return known !== undefined && !needsDriving(known);
    },
    isQuiet: kinds.length === 0,
  };
}
export type World = Awaited<ReturnType<typeof worldOf>>;

interface Around {
  readonly plant: Plant;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  readonly park: (orderId: OrderId) => void;
  readonly executions: () => ReturnType<typeof executionsOn>;
  readonly stop: (order: Order) => Promise<'stopped' | 'left'>;
}

/** The services, each with what is outside of it, and with the bug that is planted in it. */
function servicesOf({ plant, scheduler, faults, deadLetters, park, executions, stop }: Around) {
  return {
    inventory: inventorySimulation({ deadLetters, holdSeconds: HOLD_SECONDS, ...plant }),
    payment: paymentSimulation({
      ...plant,
      deadLetters,
      judge: (step, { orderId, paymentMethod }) => {
        const code = step === 'authorize' ? declineCodeOf(paymentMethod) : undefined;
        return code ?? (faults.strike(['decline'], scheduler.random.of(`card of ${orderId}`)) && 'card_declined');
      },
      bank: ({ paymentMethod }) => isAuthenticated(paymentMethod),
    }),
    shipping: shippingSimulation({
      ...plant,
      // Half of the orders leave at once, the other half never; an order does the one or the other.
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
        tell: (taskToken, output) => executions().tell(taskToken, output),
      },
    }),
  };
}

/** How executions move: each step takes time, and may be the last; the call of a child may fail before or after it. */
function walking(
  { random, sleep }: Scheduler,
  faults: Faults,
  trace: Trace,
): Pick<Parameters<typeof stateMachines>[0], 'entering' | 'callingSync'> {
  return {
    entering: async (execution, state) => {
      const luck = random.of(`steps of ${execution.name}`);
      await sleep(luck.between(1, 20));
      trace(() => `${execution.name} enters ${state}`);
      if (!faults.strike(['abort'], luck)) return;
      trace(() => `${execution.name} is aborted`);
      execution.abort();
    },
    callingSync: async (child, call) => {
      const fault = faults.strike(['error', 'lost_answer'], random.of(child));
      if (fault === 'error') throw namedError('Sfn.SdkClientException', `${child} can't be reached`);
      const answer = await call();
      if (fault === 'lost_answer') throw namedError('Sfn.SdkClientException', `The answer of ${child} was lost`);
      return answer;
    },
  };
}
