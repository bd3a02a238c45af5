import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { bodyOf, events, outputsOf, receive, sns, sqs } from './support/deployed.ts';

const output = outputsOf('events');

const publish = (detailType: string, data: Record<string, unknown>) =>
  events.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: output('Bus'),
          Source: 'waypost.contract',
          DetailType: detailType,
          Detail: JSON.stringify({ data }),
        },
      ],
    }),
  );

const leftIn = async (queue: string): Promise<unknown[]> => {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: output(queue), WaitTimeSeconds: 1 }));
  return Messages;
};

describe('a bus with rules', () => {
  it('hands an event to the rule of its type, and no other to it', async () => {
    const id = randomUUID();
    await publish('OrderCancelled', { id: 'another' });
    await publish('OrderPlaced', { id });

    expect(bodyOf(await receive(output('ByType')))).toMatchObject({
      'detail-type': 'OrderPlaced',
      detail: { data: { id } },
    });
    expect(await leftIn('ByType')).toEqual([]);
  });

  it('matches content by number, absence, exclusion and prefix', async () => {
    const fits = { total: 100, country: 'DE', sku: 'TENT-2' };
    await publish('Priced', { ...fits, total: 99 });
    await publish('Priced', { ...fits, country: 'US' });
    await publish('Priced', { ...fits, coupon: 'SPRING' });
    await publish('Priced', { ...fits, sku: 'BAG-1' });
    await publish('Priced', fits);

    expect(bodyOf(await receive(output('ByContent')))).toMatchObject({ detail: { data: fits } });
    expect(await leftIn('ByContent')).toEqual([]);
  });
});

describe('a topic with a subscription that filters on the body', () => {
  it('delivers what fits, as it was published, and everything to the other subscription', async () => {
    const TopicArn = output('Topic');
    await sns.send(new PublishCommand({ TopicArn, Message: JSON.stringify({ 'detail-type': 'OrderPlaced' }) }));
    await sns.send(
      new PublishCommand({ TopicArn, Message: JSON.stringify({ 'detail-type': 'OrderConfirmed', n: 1 }) }),
    );

    expect(bodyOf(await receive(output('Confirmed')))).toEqual({ 'detail-type': 'OrderConfirmed', n: 1 });
    expect(await leftIn('Confirmed')).toEqual([]);
    const placed = await receive(output('Everything'), (message) =>
      String(bodyOf(message)['Message']).includes('OrderPlaced'),
    );
    expect(bodyOf(placed)).toMatchObject({ Type: 'Notification', TopicArn });
  });
});
