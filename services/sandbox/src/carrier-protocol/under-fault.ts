import { setTimeout } from 'node:timers/promises';
import { logger, ProblemError } from '@waypost/service-kit';
import type { Faults } from '../ports.ts';

/** Longer than the shop waits for the carrier, which is 4 seconds. In milliseconds. */
const SLOW = 6000;

const wait = (milliseconds: number): Promise<void> => setTimeout(milliseconds);

/** Answers a request to the carrier, under the fault that falls on it, if any. */
export async function underCarrierFault<Answer>(
  {
    operation,
    faults,
    wait: waitFor = wait,
  }: {
    readonly operation: 'book' | 'recall';
    readonly faults: Pick<Faults, 'take'>;
    readonly wait?: (milliseconds: number) => Promise<void>;
  },
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const fault = await faults.take(operation);
  if (fault) logger.info('fault', { fault });
  if (fault === 'slow') await waitFor(SLOW);
  if (fault === 'error') throw broken();
  const given = await answer();
  if (fault === 'lost_answer') throw broken();
  return given;
}

const broken = () => new ProblemError('internal-error', 'The carrier has a fault.');
