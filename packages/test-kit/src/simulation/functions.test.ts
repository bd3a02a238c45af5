import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, type FaultKind, faultsOf } from './faults.ts';
import { functionRunner, type SimulatedFunction } from './functions.ts';
import { randomFrom } from './random.ts';
import { schedulerOf } from './scheduler.ts';

/** A function that writes through a port once, invoked so many times; how often it was written, and what was answered. */
async function invoked(times: number, kinds: readonly FaultKind[]) {
  const scheduler = schedulerOf(randomFrom(3));
  const faults = faultsOf(scheduler, { kinds });
  const invoke = functionRunner({ scheduler, faults, trace: () => {} });
  let writes = 0;
  const store = { write: async (value: unknown) => ({ writes: (writes += 1), value }) };
  const run: SimulatedFunction = (payload, { port }) => port('store', store).write(payload);
  const answers: unknown[] = [];
  const errors: string[] = [];
  for (let each = 0; each < times; each += 1) {
    scheduler.spawn(() =>
      invoke('write', run, { each }).then(
        (answer) => void answers.push(answer),
        (error: Error) => void errors.push(error.name),
      ),
    );
  }
  await scheduler.run();
  return {
    writes,
    answers,
    errors: new Set(errors),
    failed: errors.length,
    seconds: scheduler.now() / 1000,
    struck: faults.struck(),
  };
}

describe('a quiet world', () => {
  it('runs each invocation once and answers it', async () => {
    const { writes, answers, failed } = await invoked(1, []);
    expect({ writes, answers, failed }).toEqual({ writes: 1, answers: [{ writes: 1, value: { each: 0 } }], failed: 0 });
  });
});

describe('a fault', () => {
  it.each<[FaultKind, string]>([
    ['error', 'Error'],
    ['crash_before', 'Runtime.ExitError'],
    ['throttle', 'Lambda.TooManyRequestsException'],
  ])('(%s) fails some invocations before they have an effect', async (kind, name) => {
    const { writes, failed, errors } = await invoked(500, [kind]);
    expect(failed).toBeGreaterThan(0);
    expect(writes).toBe(500 - failed);
    expect(errors).toEqual(new Set([name]));
  });

  it.each<[FaultKind, string]>([
    ['lost_answer', 'Error'],
    ['crash_after', 'Runtime.ExitError'],
  ])('(%s) fails some invocations after they had their effect', async (kind, name) => {
    const { writes, failed, errors } = await invoked(500, [kind]);
    expect(failed).toBeGreaterThan(0);
    expect(writes).toBe(500);
    expect(errors).toEqual(new Set([name]));
  });

  it('(duplicate) runs some invocations twice and answers them once', async () => {
    const { writes, answers } = await invoked(500, ['duplicate']);
    expect(writes).toBeGreaterThan(500);
    expect(answers).toHaveLength(500);
  });

  it('(late) begins some invocations minutes later', async () => {
    expect((await invoked(500, ['late'])).seconds).toBeGreaterThan(60);
    expect((await invoked(500, [])).seconds).toBeLessThan(1);
  });
});

describe('all faults', () => {
  it('leave the world well after an hour', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    const faults = faultsOf(scheduler, { kinds: FAULT_KINDS });
    scheduler.after(3_600_000, () => {});
    await scheduler.run();
    expect(Array.from({ length: 1000 }, () => faults.strike(['duplicate'], scheduler.random))).not.toContain(
      'duplicate',
    );
  });
});
