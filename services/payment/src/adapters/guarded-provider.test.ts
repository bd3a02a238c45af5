import { describe, expect, it } from '@jest/globals';
import { PermanentError, TransientError } from '@waypost/service-kit';
import { eventually } from '@waypost/test-kit';
import { providerInMemory } from '../../test/provider-in-memory.ts';
import type { PaymentProvider } from '../ports.ts';
import { guardedProvider } from './guarded-provider.ts';

/** A provider whose state is asked for, and fails as told. */
function failing(error: () => Error | undefined) {
  let calls = 0;
  const stateOf: PaymentProvider['stateOf'] = async () => {
    calls += 1;
    const failure = error();
    if (failure) throw failure;
    return 'held';
  };
  return { calls: () => calls, provider: { ...providerInMemory().provider, stateOf } };
}

const askTimes = async (provider: PaymentProvider, times: number) => {
  for (let asked = 0; asked < times; asked += 1) await provider.stateOf('pi_1').catch(() => undefined);
};

describe('a provider that fails each time', () => {
  it('is left in peace after some failures, and who asks is told to come back later', async () => {
    const { provider, calls } = failing(() => new TransientError('out of reach'));
    const guarded = guardedProvider(provider, { failures: 3, pause: 60_000 });
    await askTimes(guarded, 10);
    expect(calls()).toBe(3);
    await expect(guarded.stateOf('pi_1')).rejects.toThrow(TransientError);
    await expect(guarded.stateOf('pi_1')).rejects.toThrow('left in peace');
  });

  it('is asked again once the pause is over, and as ever when it is back', async () => {
    let isBack = false;
    const { provider } = failing(() => (isBack ? undefined : new TransientError('out of reach')));
    const guarded = guardedProvider(provider, { failures: 1, pause: 1 });
    await askTimes(guarded, 3);
    isBack = true;
    await eventually(async () => expect(await guarded.stateOf('pi_1')).toBe('held'), { within: 5000, every: 2 });
    expect(await guarded.stateOf('pi_1')).toBe('held');
  });
});

describe('a provider that refuses', () => {
  it('answers, and goes on being asked', async () => {
    const { provider, calls } = failing(() => new PermanentError('no such intent'));
    await askTimes(guardedProvider(provider, { failures: 1 }), 5);
    expect(calls()).toBe(5);
  });
});
