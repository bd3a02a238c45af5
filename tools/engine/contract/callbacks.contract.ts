import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { bodyOf, outputsOf, receive, stepFunctions } from './support/deployed.ts';
import { ended, run, start } from './support/executions.ts';

const output = outputsOf('callbacks');

/** The token that an execution sent with its question. */
async function askedBy(execution: string, question = 'one'): Promise<string> {
  const message = await receive(output('Asked'), (sent) => {
    const body = bodyOf(sent);
    return body['execution'] === execution && body['question'] === question;
  });
  return String(bodyOf(message)['token']);
}

const succeed = (taskToken: string, result: unknown) =>
  stepFunctions.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(result) }));

describe('a task that waits for its token', () => {
  it('goes on with what the callback gives', async () => {
    const execution = await start(output('Asking'), {});
    await succeed(await askedBy(execution), { decision: 'approve' });

    const { status, output: given = '' } = await ended(execution);
    expect({ status, given: JSON.parse(given) }).toEqual({ status: 'SUCCEEDED', given: { decision: 'approve' } });
  });

  it('fails with the error that the callback names', async () => {
    const execution = await start(output('Asking'), {});
    const taskToken = await askedBy(execution);
    await stepFunctions.send(new SendTaskFailureCommand({ taskToken, error: 'Rejected', cause: 'by an operator' }));

    const { status, output: caught = '' } = await ended(execution);
    expect({ status, caught: JSON.parse(caught) }).toEqual({
      status: 'SUCCEEDED',
      caught: { Error: 'Rejected', Cause: 'by an operator' },
    });
  });

  it('refuses a second callback', async () => {
    const execution = await start(output('Asking'), {});
    const token = await askedBy(execution);
    await succeed(token, 'first');
    await ended(execution);

    await expect(succeed(token, 'second')).rejects.toMatchObject({
      name: expect.stringMatching(/^Task(TimedOut|DoesNotExist)$/),
    });
  });
});

describe('a task with a heartbeat', () => {
  it('fails when none comes', async () => {
    const { status, output: caught } = await run(output('Beating'), {});

    expect({ status, caught }).toMatchObject({ status: 'SUCCEEDED', caught: { Error: 'States.HeartbeatTimeout' } });
  });

  it('waits on while they come', async () => {
    const execution = await start(output('Beating'), {});
    const taskToken = await askedBy(execution);
    for (let beat = 0; beat < 5; beat += 1) {
      await stepFunctions.send(new SendTaskHeartbeatCommand({ taskToken }));
      await delay(1000); // the time between two heartbeats is what is tried here
    }
    await succeed(taskToken, 'at last');

    expect(await ended(execution)).toMatchObject({ status: 'SUCCEEDED', output: '"at last"' });
  });
});

describe('two tasks that wait side by side', () => {
  it('each get their own callback', async () => {
    const execution = await start(output('AskingTwice'), {});
    await succeed(await askedBy(execution, 'right'), 'for the right');
    await succeed(await askedBy(execution, 'left'), 'for the left');

    expect(JSON.parse((await ended(execution)).output ?? '')).toEqual(['for the left', 'for the right']);
  });
});

describe('a function that should pass its token on, and throws', () => {
  it('fails the task at once', async () => {
    const { status, output: caught } = await run(output('AskingFunction'), {});

    expect({ status, caught }).toMatchObject({ status: 'SUCCEEDED', caught: { Error: 'Refused' } });
  });
});
