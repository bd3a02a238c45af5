import { randomUUID } from 'node:crypto';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { GetOrder, type OrderId, OrderPlaced } from '@waypost/contracts';
import { busEvent, eventually } from '@waypost/test-kit';
import { attributesOf, deadLetterIn } from './dead-letters.ts';
import { openShop, PATIENCE, reservedIn, type Shop } from './shop.ts';
import { resourceOf } from './stage-resources.ts';

const eventBridge = new EventBridgeClient({});
const sqs = new SQSClient({});
const dynamodb = new DynamoDBClient({});

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

interface Outgoing {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: unknown;
}

async function publish(...events: readonly Outgoing[]) {
  const EventBusName = `waypost-${process.env['WAYPOST_STAGE'] ?? 'local'}`;
  const Entries = events.map((event) => ({
    EventBusName,
    Source: event.source,
    DetailType: event['detail-type'],
    Detail: JSON.stringify(event.detail),
  }));
  expect(await eventBridge.send(new PutEventsCommand({ Entries }))).toMatchObject({ FailedEntryCount: 0 });
}

/** What an order's item tells the shop: the events of its last write, as they went out. */
async function outboxOf(orderId: OrderId): Promise<readonly Outgoing[]> {
  const TableName = await resourceOf('order', 'AWS::DynamoDB::Table', 'Orders');
  const Key = { pk: { S: `order#${orderId}` }, sk: { S: 'order' } };
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  const entries: readonly { source: string; detailType: string; detail: unknown }[] = JSON.parse(
    Item?.['outbox']?.S ?? '[]',
  );
  return entries.map(({ source, detailType, detail }) => ({ source, 'detail-type': detailType, detail }));
}

describe('events of an order that come again', () => {
  it('change nothing', async () => {
    const sku = await shop.newProduct({ north: 5 });
    const orderId = await shop.place({ lines: [{ sku, quantity: 2 }] });
    const placed = await outboxOf(orderId);
    const order = await shop.decided(orderId);
    const confirmed = await outboxOf(orderId);
    await eventually(async () => {
      expect(await shop.mailsOf(orderId)).toHaveLength(2);
      expect((await shop.stockOf(sku)).available).toBe(3);
    }, PATIENCE);

    await publish(...placed, ...confirmed, ...confirmed);
    // What comes behind them on the same way has arrived, so they have too.
    const marker = await shop.place({ lines: [{ sku, quantity: 1 }] });
    await shop.decided(marker);
    await eventually(async () => {
      const level = await shop.stockOf(sku);
      expect([level.available, reservedIn(level)]).toEqual([2, 0]);
      expect(await shop.mailsOf(marker)).toHaveLength(2);
    }, PATIENCE);

    const { body } = await shop.stage.call(GetOrder, { parameters: { id: orderId }, token: shop.token.shopper });
    expect(body).toEqual(order);
    expect(await shop.booksOf(orderId)).toEqual([expect.objectContaining({ charges: 1 })]);
    expect(await shop.mailsOf(orderId)).toHaveLength(2);
  }, 180_000);
});

describe('an event that breaks its contract', () => {
  const { source } = OrderPlaced;
  const broken = (changes: { metadata?: object; data?: object }) => {
    const correlationId = randomUUID();
    const { metadata } = busEvent(OrderPlaced).detail;
    const detail = { metadata: { ...metadata, correlationId, ...changes.metadata }, data: changes.data ?? {} };
    return { correlationId, event: { source, 'detail-type': OrderPlaced.name, detail } };
  };

  it.each([
    ['has an unknown version', broken({ metadata: { schemaVersion: 99 } }), /Version 99/],
    ['lacks a field', broken({ data: { orderId: 'ord_1' } }), /breaks its contract/],
  ])(
    'because it %s, ends in the dead letters of its consumers with the reason',
    async (_, { correlationId, event }, reason) => {
      await publish(event);
      const [rule, queue] = await Promise.all([
        resourceOf('order', 'AWS::SQS::Queue', 'PlacedOrdersDeadLetters'),
        resourceOf('notification', 'AWS::SQS::Queue', 'OrderEventsDeadLetters'),
      ]);
      expect(attributesOf(await deadLetterIn(rule, correlationId))).toMatchObject({
        correlationId,
        reason: expect.stringMatching(reason),
      });
      expect(attributesOf(await deadLetterIn(queue, correlationId))).toMatchObject({
        correlationId,
        attempts: '1',
        reason: expect.stringMatching(reason),
      });
    },
    120_000,
  );
});

describe('a poison message among good ones in a batch', () => {
  it('reaches the dead letters with reason, attempts and correlation id, while its neighbours go through', async () => {
    const sku = await shop.newProduct({ north: 9 });
    const order = await shop.decided(await shop.place({ lines: [{ sku, quantity: 1 }] }));
    const QueueUrl = await resourceOf('inventory', 'AWS::SQS::Queue', 'OrderEventsQueue');
    const correlationId = randomUUID();
    const poison = JSON.stringify({
      'detail-type': 'OrderConfirmed',
      detail: { metadata: { correlationId }, data: null },
    });
    const held = await shop.place({ lines: [{ sku, quantity: 1 }] });
    const [confirmed] = await outboxOf(order.orderId);
    const good = JSON.stringify(confirmed);
    const bodies = [good, poison, `not json ${correlationId}x`, good];
    await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: bodies.map((MessageBody, index) => ({ Id: `m${index}`, MessageBody })),
      }),
    );
    const deadLetters = await resourceOf('inventory', 'AWS::SQS::Queue', 'OrderEventsDeadLetters');
    const first = await deadLetterIn(deadLetters, correlationId);
    const second = await deadLetterIn(deadLetters, correlationId);
    const [read, unread] = first.Body === poison ? [first, second] : [second, first];
    expect(attributesOf(read)).toMatchObject({
      correlationId,
      attempts: '1',
      reason: expect.stringContaining('no event'),
    });
    expect(read.Body).toBe(poison);
    expect(attributesOf(unread)).toMatchObject({ attempts: '1', reason: expect.stringContaining('not JSON') });

    await shop.decided(held);
    await eventually(async () => {
      const level = await shop.stockOf(sku);
      expect([level.available, reservedIn(level)]).toEqual([7, 0]);
    }, PATIENCE);
  }, 180_000);
});
