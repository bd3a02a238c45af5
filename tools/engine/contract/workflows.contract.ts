import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StartSyncExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { outputsOf, stepFunctions } from './support/deployed.ts';
import { ended, run, start } from './support/executions.ts';

const output = outputsOf('workflows');

describe('a task that throws', () => {
  it('is caught by the name of its error', async () => {
    expect(await run(output('Catching'), { throws: 'OutOfStock' })).toMatchObject({
      status: 'SUCCEEDED',
      output: { Error: 'OutOfStock', Cause: expect.stringContaining('as asked') },
    });
  });

  it('fails the execution by that name when nothing catches it', async () => {
    expect(await run(output('Catching'), { throws: 'Unforeseen' })).toMatchObject({
      status: 'FAILED',
      error: 'Unforeseen',
    });
  });

  it('is retried by the name of its error, no longer apart than the maximum delay', async () => {
    const { status, startDate, stopDate } = await ended(
      await start(output('Retrying'), { throws: 'Busy', succeedsAfter: 2 }),
      20,
    );

    expect(status).toBe('SUCCEEDED');
    // Without the maximum, the second retry alone would come after ten seconds.
    expect(Number(stopDate) - Number(startDate)).toBeLessThan(9000);
  });
});

describe('a task that takes too long', () => {
  it('fails with States.Timeout, which a Catch matches', async () => {
    expect(await run(output('TimingOut'), { waits: 3000 })).toMatchObject({
      status: 'SUCCEEDED',
      output: { Error: 'States.Timeout' },
    });
  });

  it('times the whole execution out when the machine has a limit, and runs no Catch', async () => {
    expect(await run(output('Limited'), { waits: 3000 })).toMatchObject({ status: 'TIMED_OUT' });
  });
});

describe('an execution name that is taken', () => {
  it('answers with the execution while it runs with the same input', async () => {
    const name = randomUUID();
    const first = await start(output('Waiting'), { seconds: 30 }, name);

    expect(await start(output('Waiting'), { seconds: 30 }, name)).toBe(first);
    await stepFunctions.send(new StopExecutionCommand({ executionArn: first }));
  });

  it('is refused with another input, and after the end', async () => {
    const [running, over] = [randomUUID(), randomUUID()];
    const executionArn = await start(output('Waiting'), { seconds: 30 }, running);
    await ended(await start(output('Waiting'), { seconds: 0 }, over));

    await expect(start(output('Waiting'), { seconds: 31 }, running)).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
    await expect(start(output('Waiting'), { seconds: 0 }, over)).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
    await stepFunctions.send(new StopExecutionCommand({ executionArn }));
  });
});

describe('a nested Express workflow', () => {
  it('gives its output as a string, with Parallel, Map and variables in JSONata', async () => {
    const { status, output: told } = await run(output('Parent'), { numbers: [1, 2, 3] });

    expect({ status, told }).toMatchObject({ status: 'SUCCEEDED', told: { status: 'SUCCEEDED' } });
    const childOutput: unknown = JSON.parse(Object(told).output);
    expect(childOutput).toEqual({ asked: true, doubled: [2, 4, 6], factor: 2 });
  });

  it('is a succeeded task with the status FAILED when the child fails', async () => {
    const { status, output: told } = await run(output('Parent'), { numbers: [], throws: 'OutOfStock' });

    expect(status).toBe('SUCCEEDED');
    expect(told).toEqual({ status: 'FAILED', error: 'OutOfStock' });
  });

  it('must be Express', async () => {
    const request = new StartSyncExecutionCommand({ stateMachineArn: output('Waiting'), input: '{}' });

    await expect(stepFunctions.send(request)).rejects.toMatchObject({ name: 'StateMachineTypeNotSupported' });
  });
});
