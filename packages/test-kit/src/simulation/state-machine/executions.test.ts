import { describe, expect, it } from 'vitest';
import { type Invoke, machine, pass, task, walked } from '../../../test/rehearse-machine.ts';
import { randomFrom } from '../random.ts';
import { schedulerOf } from '../scheduler.ts';
import { taskTokens } from '../task-tokens.ts';
import { type Execution, stateMachines } from './executions.ts';

describe('an execution', () => {
  it('that times out runs no Catch', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Wipe' }];
    const definition = machine({ Pour: task('pour', { Catch }), Wipe: pass('wiped') }, { TimeoutSeconds: 10 });
    const run: Invoke = async (_, __, { scheduler }) => scheduler.sleep(60_000);
    expect(await walked(definition, { run })).toMatchObject({
      status: 'TIMED_OUT',
      error: 'States.Timeout',
      states: ['Pour'],
      seconds: 10,
    });
  });

  it('can not be started twice under a name', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    const definitions = { tea: machine({ Pour: pass(1) }) };
    const machines = stateMachines({ scheduler, tokens: taskTokens(), definitions, invoke: async () => null });
    machines.start('tea', { name: 'cup-1', input: {} });
    expect(() => machines.start('tea', { name: 'cup-1', input: {} })).toThrow(
      expect.objectContaining({ name: 'ExecutionAlreadyExists' }),
    );
  });

  it('that is aborted enters no further state', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    const definitions = { tea: machine({ First: pass(1, { End: undefined, Next: 'Second' }), Second: pass(2) }) };
    const entering = async (execution: Execution) => execution.abort();
    const machines = stateMachines({
      scheduler,
      tokens: taskTokens(),
      definitions,
      invoke: async () => null,
      entering,
    });
    const execution = machines.start('tea', { name: 'cup-1', input: {} });
    await scheduler.run();
    await execution.ended;
    expect({ status: execution.status(), states: execution.states }).toEqual({ status: 'ABORTED', states: ['First'] });
  });
});
