import { describe, expect, it } from 'vitest';
import {
  failing,
  type Fields,
  type Invoke,
  machine,
  outputOf,
  pass,
  task,
  walked,
} from '../../../test/rehearse-machine.ts';

const waitForToken = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
const startSync = 'arn:aws:states:::aws-sdk:sfn:startSyncExecution';

describe('a task that takes too long', () => {
  const slow: Invoke = async (_, __, { scheduler }) => scheduler.sleep(60_000);

  it.each([30, '{% 10 * 3 %}'])('is given up after its timeout: %s', async (TimeoutSeconds) => {
    expect(await walked(machine({ Pour: task('pour', { TimeoutSeconds }) }), { run: slow })).toMatchObject({
      error: 'States.Timeout',
      seconds: 30,
    });
  });

  it('runs on, and what it answers then is not heard', async () => {
    const done: string[] = [];
    const run: Invoke = async (name, _, { scheduler }) => {
      if (name === 'pour') await scheduler.sleep(60_000);
      done.push(name);
      return name;
    };
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Wipe' }];
    const definition = machine({ Pour: task('pour', { TimeoutSeconds: 5, Catch }), Wipe: task('wipe') });
    expect(await outputOf(definition, { run })).toBe('wipe');
    expect(done).toEqual(['wipe', 'pour']);
  });
});

describe('a task that waits for its token', () => {
  const waiting = (more: Fields = {}): Fields =>
    machine({
      Ask: {
        Type: 'Task',
        Resource: waitForToken,
        Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
        End: true,
        ...more,
      },
      Late: pass('late'),
    });
  const tokenIn = (payload: unknown): string => (payload as { token: string }).token;

  it('continues with the sent output, and not with the result of its function', async () => {
    const run: Invoke = async (_, payload, { scheduler, tokens }) => {
      scheduler.after(3_600_000, () => tokens.sendTaskSuccess(tokenIn(payload), '{"decision":"approve"}'));
      return 'asked';
    };
    expect(await walked(waiting(), { run })).toMatchObject({ output: { decision: 'approve' }, seconds: 3600 });
  });

  it('fails with the sent error', async () => {
    const run: Invoke = async (_, payload, { scheduler, tokens }) =>
      void scheduler.after(5, () => tokens.sendTaskFailure(tokenIn(payload), { error: 'Rejected' }));
    expect(await walked(waiting(), { run })).toMatchObject({ status: 'FAILED', error: 'Rejected' });
  });

  it('fails with its function', async () => {
    expect(await walked(waiting(), { run: failing('Broken') })).toMatchObject({ error: 'Broken' });
  });

  it('continues with the sent output, although its function fails afterwards', async () => {
    const run: Invoke = async (_, payload, { tokens }) => {
      tokens.sendTaskSuccess(tokenIn(payload), '{"decision":"approve"}');
      throw new Error('Broken');
    };
    expect(await walked(waiting(), { run })).toMatchObject({ output: { decision: 'approve' } });
  });

  it('times out, and its token with it', async () => {
    const rejected: string[] = [];
    const run: Invoke = async (_, payload, { scheduler, tokens }) =>
      void scheduler.after(20_000, () => {
        expect(() => tokens.sendTaskSuccess(tokenIn(payload), '{}')).toThrow(
          expect.objectContaining({ name: 'TaskTimedOut' }),
        );
        rejected.push('late');
      });
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }];
    expect(await outputOf(waiting({ TimeoutSeconds: 10, Catch }), { run })).toBe('late');
    expect(rejected).toEqual(['late']);
  });
});

describe('an Express child', () => {
  const parent = machine({
    Run: {
      Type: 'Task',
      Resource: startSync,
      Arguments: { StateMachineArn: 'child', Input: { tea: 'green' } },
      End: true,
    },
  });

  it('that succeeds gives its output as JSON', async () => {
    const child = machine({ Tell: pass('{% $states.input.tea %}') });
    expect(await outputOf(parent, { child })).toEqual({ Status: 'SUCCEEDED', Output: '"green"' });
  });

  it('that fails is a task that succeeded', async () => {
    const child = machine({ Break: { Type: 'Fail', Error: 'Broken', Cause: '{% "no " & $states.input.tea %}' } });
    expect(await walked(parent, { child })).toMatchObject({
      status: 'SUCCEEDED',
      output: { Status: 'FAILED', Error: 'Broken', Cause: 'no green' },
    });
  });

  it('ends after five minutes', async () => {
    const child = machine({ Steep: { Type: 'Wait', Seconds: 1000, End: true } });
    expect(await walked(parent, { child })).toMatchObject({ output: { Status: 'TIMED_OUT' }, seconds: 300 });
  });
});
