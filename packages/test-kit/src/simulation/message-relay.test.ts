import { expect, it } from 'vitest';
import type { DomainEvent } from '@waypost/contracts';
import { FAULT_KINDS, type FaultKind, faultsOf } from './faults.ts';
import { functionRunner } from './functions.ts';
import { messageRelay } from './message-relay.ts';
import { randomFrom } from './random.ts';
import { schedulerOf } from './scheduler.ts';

const eventOf = (number: number): DomainEvent => ({
  source: 'waypost.tea',
  name: number % 2 === 0 ? 'TeaPoured' : 'CupBroke',
  version: 1,
  subject: `cup-${number}`,
  data: { number },
});

/** Processed events of a consumer of `TeaPoured` that fails sometimes, out of a hundred events. */
async function heard(kinds: readonly FaultKind[]): Promise<readonly unknown[]> {
  const scheduler = schedulerOf(randomFrom(5));
  const faults = faultsOf(scheduler, { kinds });
  const trace = () => {};
  const invoke = functionRunner({ scheduler, faults, trace });
  const messages: unknown[] = [];
  const book = { note: async (message: unknown) => void messages.push(message) };
  const consumer = {
    name: 'count-cups',
    events: ['TeaPoured'],
    run: (message: unknown, { port }: { port: <Port extends object>(name: string, port: Port) => Port }) =>
      port('book', book).note(message),
  };
  const relay = messageRelay({ scheduler, faults, trace, invoke, consumers: [consumer] })();
  const told: DomainEvent[] = [];
  for (let number = 0; number < 100; number += 1) told.push(eventOf(number));
  relay(told.slice(0, 60));
  relay(told);
  await scheduler.run();
  return messages.map((message) => JSON.stringify(message));
}

it('tells a consumer each event that it asked for, once where nothing goes wrong', async () => {
  const messages = await heard([]);
  expect(messages).toHaveLength(50);
  expect(new Set(messages).size).toBe(50);
});

it('tells each at least once whatever goes wrong, and the same event when it comes again', async () => {
  const messages = await heard(FAULT_KINDS);
  expect(messages.length).toBeGreaterThan(50);
  expect(new Set(messages).size).toBe(50);
});
