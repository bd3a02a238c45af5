import { beforeAll, describe, expect, it } from 'vitest';
import {
  CreateAliasCommand,
  PublishVersionCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { invoke, lambda, outputsOf } from './support/deployed.ts';

const output = outputsOf('functions');

describe('a function that throws an error with a name of its own', () => {
  it('tells name, message and trace', async () => {
    const { failed, body } = await invoke(output('Throwing'), { throws: true });

    expect(failed).toBe(true);
    expect(body).toMatchObject({ errorType: 'OutOfStock', errorMessage: 'none left', trace: expect.any(Array) });
  });

  it('keeps its execution environment', async () => {
    await invoke(output('Throwing'), { throws: true });
    const { body } = await invoke(output('Throwing'), {});

    expect(body).toEqual({ calls: expect.any(Number) });
    expect(body).not.toEqual({ calls: 1 });
  });
});

describe('a function that exits before it answers', () => {
  it('has the error name of its runtime', async () => {
    const { failed, body } = await invoke(output('Throwing'), { exits: true });

    expect(failed).toBe(true);
    expect(body).toMatchObject({ errorType: 'Runtime.ExitError' });
  });
});

describe('an alias with weights', () => {
  const publish = async (): Promise<string> => {
    const { Version } = await lambda.send(new PublishVersionCommand({ FunctionName: output('Weighted') }));
    return Version ?? '';
  };

  beforeAll(async () => {
    const oldVersion = await publish();
    const change = { FunctionName: output('Weighted'), Environment: { Variables: { VARIANT: 'new' } } };
    await lambda.send(new UpdateFunctionConfigurationCommand(change));
    await waitUntilFunctionUpdatedV2(
      { client: lambda, maxWaitTime: 60, minDelay: 1 },
      { FunctionName: output('Weighted') },
    );
    const alias = {
      FunctionName: output('Weighted'),
      Name: 'live',
      FunctionVersion: oldVersion,
      RoutingConfig: { AdditionalVersionWeights: { [await publish()]: 0.5 } },
    };
    await lambda.send(new CreateAliasCommand(alias));
  });

  it('sends a share of the invocations to each version', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => invoke(output('Weighted'), {}, 'live')));

    // All 40 on one side would come once in 2^39 runs.
    expect(new Set(answers.map(({ body }) => JSON.stringify(body)))).toEqual(
      new Set(['{"variant":"old"}', '{"variant":"new"}']),
    );
  });
});
