import { setTimeout } from 'node:timers/promises';
import { logger, ProblemError } from '@waypost/service-kit';
import type { FaultOperation } from '../domain/control/fault.ts';
import type { Faults } from '../ports.ts';

/** Longer than the shop waits for a carrier, an airline or a hotel, which is 4 seconds. In milliseconds. */
const SLOW = 6000;

const wait = (milliseconds: number): Promise<void> => setTimeout(milliseconds);

/** Answers a request to a carrier, an airline or a hotel, under the fault that falls on it, if any. */
export async function underFault<Answer>(
  {
    operation,
    faults,
    wait: waitFor = wait,
  }: {
    readonly operation: FaultOperation;
    readonly faults: Pick<Faults, 'take'>;
    readonly wait?: (milliseconds: number) => Promise<void>;
  },
  answer: () => Promise<Answer>,
  /** Response to a declined request. */
  declined: () => Answer = () => {
    throw broken();
  },
): Promise<Answer> {
  const fault = await faults.take(operation);
  if (fault) logger.info('fault', { fault });
  if (fault === 'slow') await waitFor(SLOW);
  if (fault === 'error') throw broken();
  if (fault === 'decline') return declined();
  const given = await answer();
  if (fault === 'lost_answer') throw broken();
  return given;
}

const broken = () => new ProblemError('internal-error', 'A fault was injected.');
