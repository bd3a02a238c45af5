import { describe, expect, it } from 'vitest';
import { logger } from '@waypost/service-kit';
import { faultsInMemory } from '../../test/faults-in-memory.ts';
import { underFault } from './under-fault.ts';

logger.setLogLevel('SILENT');

/** A booking under a fault: what was answered, how often it was done and how long it was waited for. */
async function bookedUnder(fault: 'slow' | 'error' | 'lost_answer' | 'decline') {
  const faults = faultsInMemory({ operation: 'book', fault, times: 1 });
  const waited: number[] = [];
  let done = 0;
  const wait = (milliseconds: number) => Promise.resolve(void waited.push(milliseconds));
  const answer = await underFault(
    { operation: 'book', faults, wait },
    () => Promise.resolve((done += 1)),
    () => -1,
  ).catch(({ name }: Error) => name);
  return { answer, done, waited };
}

describe('a request to the carrier', () => {
  it('that is slow is done after a while', async () => {
    expect(await bookedUnder('slow')).toEqual({ answer: 1, done: 1, waited: [6000] });
  });

  it('that fails is not done', async () => {
    expect(await bookedUnder('error')).toEqual({ answer: 'ProblemError', done: 0, waited: [] });
  });

  it('that is declined is answered so, and not done', async () => {
    expect(await bookedUnder('decline')).toEqual({ answer: -1, done: 0, waited: [] });
  });

  it('whose answer is lost is done', async () => {
    expect(await bookedUnder('lost_answer')).toEqual({ answer: 'ProblemError', done: 1, waited: [] });
  });
});
