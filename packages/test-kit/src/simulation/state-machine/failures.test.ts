import { describe, expect, it } from 'vitest';
import { failing, type Fields, machine, outputOf, pass, task, walked } from '../../../test/rehearse-machine.ts';

describe('a Retry', () => {
  const retried = (Retry: readonly Fields[]): Fields => machine({ Pour: task('pour', { Retry }) });

  it('waits longer each time, at most so long', async () => {
    const definition = retried([
      { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 10 },
    ]);
    expect(await walked(definition, { run: failing('Busy', 'Busy', 'Busy') })).toMatchObject({
      output: 'poured',
      seconds: 2 + 6 + 10,
    });
  });

  it('waits a random part of that with full jitter', async () => {
    const definition = retried([{ ErrorEquals: ['Busy'], IntervalSeconds: 10, JitterStrategy: 'FULL' }]);
    const { seconds } = await walked(definition, { run: failing('Busy') });
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(10);
  });

  it('gives up after its attempts', async () => {
    const definition = retried([{ ErrorEquals: ['Busy'], MaxAttempts: 1 }]);
    expect(await walked(definition, { run: failing('Busy', 'Busy') })).toMatchObject({
      status: 'FAILED',
      error: 'Busy',
      cause: 'as planned',
    });
  });

  it('counts for each retrier alone', async () => {
    const definition = retried([
      { ErrorEquals: ['Busy'], MaxAttempts: 1 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 1 },
    ]);
    expect(await outputOf(definition, { run: failing('Busy', 'Other') })).toBe('poured');
  });

  it.each([
    ['States.ALL', 'Busy', 'SUCCEEDED'],
    ['States.TaskFailed', 'Busy', 'SUCCEEDED'],
    ['States.TaskFailed', 'States.Timeout', 'FAILED'],
    ['States.Timeout', 'States.Timeout', 'SUCCEEDED'],
    ['States.ALL', 'States.DataLimitExceeded', 'FAILED'],
    ['Other', 'Busy', 'FAILED'],
  ])('of %s after %s: %s', async (asked, thrown, status) => {
    expect(await walked(retried([{ ErrorEquals: [asked] }]), { run: failing(thrown) })).toMatchObject({ status });
  });
});

describe('a Catch', () => {
  it('goes on with the error, and assigns what it says instead of what the state says', async () => {
    const definition = machine({
      Pour: task('pour', {
        Assign: { how: 'well' },
        Catch: [
          { ErrorEquals: ['Other'], Next: 'Tell' },
          { ErrorEquals: ['States.ALL'], Next: 'Tell', Assign: { how: '{% $states.errorOutput.Error %}' } },
        ],
      }),
      Tell: pass({ how: '{% $how %}', error: '{% $states.input %}' }),
    });
    expect(await outputOf(definition, { run: failing('Broken') })).toEqual({
      how: 'Broken',
      error: { Error: 'Broken', Cause: 'as planned' },
    });
  });

  it('may hand on something else', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Tell', Output: { was: '{% $states.input.tea %}' } }];
    const definition = machine({ Pour: task('pour', { Catch }), Tell: pass('{% $states.input %}') });
    expect(await outputOf(definition, { input: { tea: 'green' }, run: failing('Broken') })).toEqual({ was: 'green' });
  });
});
