import { describe, expect, it } from 'vitest';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DeleteFunctionCommand } from '@aws-sdk/client-lambda';
import { PublishCommand } from '@aws-sdk/client-sns';
import { bodyOf, events, lambda, outputsOf, receive, seenEventually, seenIn, sns } from './support/deployed.ts';

const output = outputsOf('async');

const publish = (source: string, detail: unknown) =>
  events.send(
    new PutEventsCommand({
      Entries: [{ EventBusName: output('Bus'), Source: source, DetailType: 'Any', Detail: JSON.stringify(detail) }],
    }),
  );

describe('a rule with a function that always throws as its target', () => {
  it('retries as the alias says and hands the whole event to its on-failure destination', async () => {
    await publish('waypost.contract', { order: 1 });

    const record = bodyOf(await receive(output('Failed'), undefined, 20));

    expect(record).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      requestPayload: { source: 'waypost.contract', detail: { order: 1 } },
      responsePayload: { errorType: 'Never' },
    });
    expect(await seenIn(output('ThrowingLogs'))).toHaveLength(2);
  });
});

describe('a topic with a function that throws once', () => {
  it('delivers again', async () => {
    await sns.send(new PublishCommand({ TopicArn: output('Topic'), Message: 'hello' }));

    expect(await seenEventually(output('NotifiedLogs'), (all) => all.length >= 2, 15)).toEqual([1, 2]);
  });
});

describe('a rule whose target is gone', () => {
  it('sends the event to the dead letters of the target', async () => {
    await lambda.send(new DeleteFunctionCommand({ FunctionName: output('Gone') }));
    await publish('waypost.contract.gone', { order: 2 });

    const dead = await receive(output('Undelivered'), undefined, 20);

    expect(bodyOf(dead)).toMatchObject({ detail: { order: 2 } });
    expect(dead.MessageAttributes).toHaveProperty('ERROR_CODE');
  });
});
