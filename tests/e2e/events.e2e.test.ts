import { randomUUID } from 'node:crypto';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { GetOrder, type OrderId, OrderPlaced, type Sku } from '@waypost/contracts';
import { busEvent, eventually } from '@waypost/test-kit';
import { attributesOf, deadLetterIn } from './dead-letters.ts';
import { eavesdropping } from './eavesdrop.ts';
import { openShop, PATIENCE, reservedIn, type Shop } from './shop.ts';
import { resourceOf } from './stage-resources.ts';

const eventBridge = new EventBridgeClient({});
const sqs = new SQSClient({});

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
  const entries = events.map((event) => ({
    EventBusName,
    Source: event.source,
    DetailType: event['detail-type'],
    Detail: JSON.stringify(event.detail),
  }));
  // PutEvents accepts ten entries.
  for (let first = 0; first < entries.length; first += 10) {
    const Entries = entries.slice(first, first + 10);
    expect(await eventBridge.send(new PutEventsCommand({ Entries }))).toMatchObject({ FailedEntryCount: 0 });
  }
}

/** Events of an order until it is completed, with the order and its mails at that time. */
async function completed(orderId: OrderId, eventsOf: (id: OrderId) => Promise<readonly Outgoing[]>) {
  const order = await eventually(async () => {
    const { body } = await shop.stage.call(GetOrder, { parameters: { id: orderId }, token: shop.token.shopper });
    expect(body).toMatchObject({ status: 'COMPLETED' });
    return body;
  }, PATIENCE);
  const events = await eventually(async () => {
    const heard = await eventsOf(orderId);
    expect(heard.map((event) => event['detail-type'])).toContain('OrderCompleted');
    expect(await shop.mailsOf(orderId)).toHaveLength(5);
    return heard;
  }, PATIENCE);
  return { order, events };
}

describe('duplicated events of an order', () => {
  it('change nothing, from the first to the last', async () => {
    const sku = await shop.newProduct({ north: 5 });
    await eavesdropping(['waypost.order', 'waypost.payment', 'waypost.shipping'], async (eventsOf) => {
      const orderId = await shop.place({ lines: [{ sku, quantity: 2 }] });
      const { order, events } = await completed(orderId, eventsOf);
      await publish(...events, ...events.toReversed());
      // A later message on the same path has arrived, so they have too.
      const marker = await shop.place({ lines: [{ sku, quantity: 1 }] });
      await completed(marker, eventsOf);

      const { body } = await shop.stage.call(GetOrder, { parameters: { id: orderId }, token: shop.token.shopper });
      expect(body).toEqual(order);
      const level = await shop.stockOf(sku);
      expect([level.available, reservedIn(level)]).toEqual([2, 0]);
      expect(await shop.paymentRecordsOf(orderId)).toEqual([expect.objectContaining({ charges: 1 })]);
      expect(await shop.mailsOf(orderId)).toHaveLength(5);
    });
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

/** A confirmed order of one unit, as published. */
async function confirmedEvent(sku: Sku): Promise<Outgoing | undefined> {
  let confirmed: Outgoing | undefined;
  await eavesdropping(['waypost.order'], async (eventsOf) => {
    const orderId = await shop.place({ lines: [{ sku, quantity: 1 }] });
    confirmed = await eventually(async () => {
      const found = (await eventsOf(orderId)).find((event) => event['detail-type'] === 'OrderConfirmed');
      expect(found).toBeDefined();
      return found;
    }, PATIENCE);
  });
  return confirmed;
}

describe('a poison message in a batch of valid ones', () => {
  it('reaches the dead letters with reason, attempts and correlation id, while the other messages are processed', async () => {
    const sku = await shop.newProduct({ north: 9 });
    const confirmed = await confirmedEvent(sku);
    const QueueUrl = await resourceOf('inventory', 'AWS::SQS::Queue', 'OrderEventsQueue');
    const correlationId = randomUUID();
    const poison = JSON.stringify({
      'detail-type': 'OrderConfirmed',
      detail: { metadata: { correlationId }, data: null },
    });
    const held = await shop.place({ lines: [{ sku, quantity: 1 }] });
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
