import type { BusEvent, DomainEvent } from '@waypost/contracts';
import type { Faults } from './faults.ts';
import { dateAt, type SimulatedFunction, type Trace } from './functions.ts';
import type { Scheduler } from './scheduler.ts';

/** Consumers of events. */
export interface Consumer {
  readonly name: string;
  /** The names of the events that it asked for. */
  readonly events: readonly string[];
  readonly run: SimulatedFunction;
}

interface RelayProps {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly consumers: readonly Consumer[];
  readonly invoke: (name: string, run: SimulatedFunction, payload: unknown) => Promise<unknown>;
}

const REDRIVE_AFTER = 120_000;

/**
 * Delivers events of outboxes to consumers, like the bus: each at least once, sometimes twice or late, and in any
 * order. A failed delivery is repeated by the service, or by an operator who redrives dead letters.
 *
 * @returns callback for every step, with the events that a service published so far.
 */
export function messageRelay({ scheduler, faults, trace, consumers, invoke }: RelayProps) {
  let messages = 0;

  const deliver = async ({ name, run }: Consumer, message: BusEvent): Promise<void> => {
    const luck = scheduler.random.of(`messages of ${message.detail.metadata.subject} for ${name}`);
    for (let tries = 1; ; tries += 1) {
      const isLate = faults.strike(['delayed_message'], luck);
      await scheduler.sleep(isLate ? luck.between(30_000, 300_000) : luck.between(5, 200));
      trace(() => `${message['detail-type']} of ${message.detail.metadata.subject} reaches ${name}`);
      const isDone = await invoke(name, run, message).then(
        () => true,
        () => false,
      );
      if (isDone) return;
      await scheduler.sleep(tries % 3 === 0 ? REDRIVE_AFTER : 1000 * 2 ** (tries % 3));
    }
  };

  const relay = (event: DomainEvent): void => {
    const message = messageOf(event, (messages += 1), dateAt(scheduler.now()).toISOString());
    for (const consumer of consumers.filter(({ events }) => events.includes(event.name))) {
      scheduler.spawn(() => deliver(consumer, message));
      if (faults.strike(['redelivery'], scheduler.random.of(`messages of ${event.subject}`)))
        scheduler.spawn(() => deliver(consumer, message));
    }
  };

  return (): ((told: readonly DomainEvent[]) => void) => {
    let seen = 0;
    return (told) => {
      for (; seen < told.length; seen += 1) {
        const event = told[seen];
        if (event) relay(event);
      }
    };
  };
}

function messageOf({ source, name, version, subject, data }: DomainEvent, number: number, time: string): BusEvent {
  const eventId = `019df252-b5c0-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const producer = source.replace(/^waypost\./, '');
  const ids = { eventId, correlationId: subject, causationId: subject, subject };
  const metadata = { ...ids, occurredAt: time, schemaVersion: version, producer };
  return { id: eventId, source, 'detail-type': name, time, detail: { metadata, data } };
}
