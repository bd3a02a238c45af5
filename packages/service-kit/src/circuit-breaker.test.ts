import { describe, expect, it } from 'vitest';
import { setTimeout } from 'node:timers/promises';
import { circuitBreaker } from './circuit-breaker.ts';
import { PermanentError, TransientError } from './errors.ts';

/** An external service that fails as scripted. */
function failing(error: () => Error | undefined) {
  let calls = 0;
  const call = async (): Promise<string> => {
    calls += 1;
    const failure = error();
    if (failure) throw failure;
    return 'held';
  };
  return { calls: () => calls, call };
}
const WHO = 'The payment provider';

describe('an external service that fails each time', () => {
  it('is not called after some failures, and callers get a transient error', async () => {
    const { call, calls } = failing(() => new TransientError('out of reach'));
    const guarded = circuitBreaker(WHO, { failures: 3, pause: 60_000 });
    for (let asked = 0; asked < 10; asked += 1) await guarded(call).catch(() => undefined);
    expect(calls()).toBe(3);
    await expect(guarded(call)).rejects.toThrow(TransientError);
    await expect(guarded(call)).rejects.toThrow(`${WHO} fails, and is left in peace`);
  });

  it('is called again after the pause, and normally after it recovered', async () => {
    let isBack = false;
    const { call } = failing(() => (isBack ? undefined : new TransientError('out of reach')));
    const guarded = circuitBreaker(WHO, { failures: 1, pause: 1 });
    for (let asked = 0; asked < 3; asked += 1) await guarded(call).catch(() => undefined);
    isBack = true;
    // Within a deadline: the pause is over after a millisecond or so.
    const answer = async (left: number): Promise<string> =>
      guarded(call).catch((error: unknown) => {
        if (left === 0) throw error;
        return setTimeout(2).then(() => answer(left - 1));
      });
    expect(await answer(1000)).toBe('held');
    expect(await guarded(call)).toBe('held');
  });
});

describe('an external service that rejects requests', () => {
  it('answers, and goes on being asked', async () => {
    const { call, calls } = failing(() => new PermanentError('no such intent'));
    const guarded = circuitBreaker(WHO, { failures: 1 });
    for (let asked = 0; asked < 5; asked += 1) await guarded(call).catch(() => undefined);
    expect(calls()).toBe(5);
  });
});
