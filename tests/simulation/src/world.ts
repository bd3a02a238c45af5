import type { OrderId } from '@waypost/contracts';
import {
  type FaultKind,
  faultsOf,
  functionRunner,
  messageRelay,
  randomFrom,
  schedulerOf,
  type Trace,
} from '@waypost/test-kit/simulation';
import { isUnfinished } from 'order/simulation';
import type { Plant } from './plants.ts';
import { newRecord } from './record.ts';
import { type Services, servicesOf } from './services.ts';
import { stockOf } from './shoppers.ts';
import { stopShipmentsOn } from './stop-shipments.ts';
import { workflowsOf } from './workflows.ts';

export interface WorldProps {
  readonly seed: number;
  readonly luck?: number | undefined;
  readonly kinds: readonly FaultKind[];
  readonly plant?: Plant | undefined;
  readonly trace?: Trace;
  /** Called for each order that waits for an operator. */
  readonly onParked?: (orderId: OrderId) => void;
}

/** The shop in virtual time: services with in-memory ports, workflows, and the transport of messages. */
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
  const record = newRecord<OrderId>();
  const invoke = functionRunner({ scheduler, faults, trace, ...record });
  const services = servicesOf({
    plant,
    scheduler,
    faults,
    deadLetters: record.onDeadLetter,
    park: (orderId) => {
      record.onParked(orderId);
      onParked(orderId);
    },
    // Only called while the simulation runs, when the workflows exist.
    executions: () => executions,
    stop: (order) => stopShipments(order),
  });
  const stopShipments = stopShipmentsOn(services, invoke);
  const executions = workflowsOf(services, { plant, scheduler, faults, trace, invoke, onBug: record.onBug });

  const stock = stockOf(seed);
  for (const { sku, warehouse, onHand } of stock) await services.inventory.count(sku, warehouse, onHand);
  return {
    scheduler,
    faults,
    trace,
    invoke,
    ...services,
    ...record,
    stock,
    relayOutboxes: outboxesOf(services, { scheduler, faults, trace, invoke }),
    isDecided: (orderId: OrderId): boolean => {
      const known = services.order.all.get(orderId);
      return known !== undefined && !isUnfinished(known);
    },
    isQuiet: kinds.length === 0,
  };
}
export type World = Awaited<ReturnType<typeof worldOf>>;

/** Forwards events that services published since the last call, in order per service. */
function outboxesOf(
  { inventory, payment, shipping, order }: Services,
  around: Omit<Parameters<typeof messageRelay>[0], 'consumers'>,
): () => void {
  const consumers = [...inventory.consumers, ...payment.consumers, ...shipping.consumers, ...order.consumers];
  const newOutbox = messageRelay({ ...around, consumers });
  const outboxes = [inventory.published, payment.published, payment.reported, shipping.published, order.published].map(
    (published) => ({
      published,
      relay: newOutbox(),
    }),
  );
  return () => {
    for (const { published, relay } of outboxes) relay(published);
  };
}
