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
import { orderSimulation } from 'order/simulation';
import { paymentSimulation } from 'payment/simulation';
import { shippingSimulation } from 'shipping/simulation';
import type { Plant } from './plants.ts';
import { declineCodeOf, PRODUCTS, stockOf } from './shoppers.ts';
import { redriveDefinition } from './redrive.ts';

export interface WorldProps {
  readonly seed: number;
  readonly luck?: number | undefined;
  readonly kinds: readonly FaultKind[];
  readonly plant?: Plant | undefined;
  readonly trace?: Trace;
}

/** The shop in virtual time: its services on memory, its workflows, and what carries messages between them. */
export async function worldOf({ seed, luck = 0, kinds, plant = {}, trace = () => {} }: WorldProps) {
  const scheduler = schedulerOf(randomFrom(seed, luck));
  const faults = faultsOf(scheduler, { kinds });
  let effects = 0;
  const bugs: string[] = [];
  const invoke = functionRunner({
    scheduler,
    faults,
    trace,
    onEffect: () => void (effects += 1),
    onOwnFailure: (name, error) => {
      if (!isLostRace(error)) bugs.push(`${name} fails by itself: ${String(error)}`);
    },
  });
  const parked: string[] = [];
  const deadLetters = async ({ reason }: { readonly reason: string }) => void parked.push(reason);

  const inventory = inventorySimulation({ deadLetters, ...plant });
  const payment = paymentSimulation({
    ...plant,
    judge: (step, { orderId, paymentMethod }) => {
      const code = step === 'authorize' ? declineCodeOf(paymentMethod) : undefined;
      return code ?? (faults.strike(['decline'], scheduler.random.of(`card of ${orderId}`)) && 'card_declined');
    },
  });
  const shipping = shippingSimulation(plant);
  const order = orderSimulation({
    ...plant,
    deadLetters,
    products: new Map(PRODUCTS.map((product) => [product.sku, product])),
    startExecution: (name, input) => {
      const machine = name.endsWith('-1') ? 'order-workflow' : 'order-workflow-again';
      if (machines.execution(machine, name)) return 'started_before';
      machines.start(machine, { name, input });
      return 'started';
    },
  });
  const services = [inventory, payment, shipping, order];

  const functions = new Map<string, SimulatedFunction>(services.flatMap((each) => Object.entries(each.functions)));
  const names = [...functions.keys(), 'prepare-order', 'arrange-shipments'];
  const definitions = order.stateMachines(Object.fromEntries(names.map((name) => [name, name])));
  const orderWorkflow = plant.orderWorkflow?.(definitions['order-workflow']) ?? definitions['order-workflow'];
  const machines = stateMachines({
    ...walking(scheduler, faults, trace),
    scheduler,
    tokens: taskTokens(),
    definitions: {
      ...definitions,
      'order-workflow': orderWorkflow,
      'order-workflow-again': redriveDefinition(orderWorkflow),
    },
    invoke: async (name, payload) => {
      const run = functions.get(name);
      if (!run) throw namedError('Lambda.ResourceNotFoundException', `There is no function ${name}`);
      return invoke(name, run, payload);
    },
  });

  const consumers = [...inventory.consumers, ...payment.consumers, ...shipping.consumers, ...order.consumers];
  const newOutbox = messageRelay({ scheduler, faults, trace, consumers, invoke });
  const outboxes = services.map(({ told }) => ({
    told: typeof told === 'function' ? told : () => told,
    relay: newOutbox(),
  }));
  const relayOutboxes = () => {
    for (const { told, relay } of outboxes) relay(told());
  };

  const stock = stockOf(seed);
  for (const { sku, warehouse, onHand } of stock) await inventory.count(sku, warehouse, onHand);
  const executionOf = (name: string) =>
    machines.execution('order-workflow', name) ?? machines.execution('order-workflow-again', name);
  return {
    scheduler,
    faults,
    trace,
    invoke,
    inventory,
    payment,
    shipping,
    order,
    parked,
    /** Failures that nobody planned. */
    bugs,
    stock,
    relayOutboxes,
    /** How many calls of ports had an effect. */
    effects: () => effects,
    executionOf,
  };
}
export type World = Awaited<ReturnType<typeof worldOf>>;

/** Somebody else was faster, so this is asked again; commands give every error that name, with what was thrown as its cause. */
const isLostRace = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TransientError' && (error.cause === undefined || isLostRace(error.cause));

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
