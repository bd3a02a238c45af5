import { randomUUID } from 'node:crypto';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { Problem } from '@waypost/contracts';
import { eventually, orderIdOf, stageClient } from '@waypost/test-kit';
import { PATIENCE } from './shop.ts';
import { signatures } from './signed-webhooks.ts';
import { resourceOf } from './stage-resources.ts';

const dynamodb = new DynamoDBClient({});
const stage = stageClient();
const MINUTES = 60_000;

const bodies = {
  payment: (id: string) =>
    JSON.stringify({
      id,
      object: 'event',
      type: 'payment_intent.payment_failed',
      data: { object: { id: `pi_${id}`, metadata: { orderId: orderIdOf(1) }, description: 'Zelt für Zoë 🏕️' } },
    }),
  carrier: (id: string) =>
    JSON.stringify({
      type: 'parcel.updated',
      timestamp: '2026-05-04T09:30:01Z',
      data: { shipmentId: `shp_${id}`, status: 'in_transit', at: '2026-05-04T09:30:00Z', town: 'Zürich' },
    }),
};

/** Stored webhook: its time, and the events of its outbox. */
async function keptOf(provider: string, id: string) {
  const TableName = await resourceOf('webhook', 'AWS::DynamoDB::Table', 'Webhooks');
  const Key = { pk: { S: `webhook#${provider}#${id}` }, sk: { S: 'webhook' } };
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  const told: readonly { detailType: string; detail: { data: unknown } }[] = JSON.parse(Item?.['outbox']?.S ?? '[]');
  return Item && { at: Item['keptAt']?.S, told };
}

describe.each(['payment', 'carrier'] as const)('a webhook for %s', (provider) => {
  const newWebhook = () => {
    const id = `e2e_${randomUUID()}`;
    return { id, body: bodies[provider](id) };
  };
  const send = async (body: string, headers: Record<string, string>) => {
    const type = { 'content-type': 'application/json; charset=utf-8' };
    return await stage.send('webhook', `/webhooks/${provider}`, {
      method: 'POST',
      headers: { ...type, ...headers },
      body,
    });
  };
  const rejected = async (body: string, headers: Record<string, string>) => {
    const answer = await send(body, headers);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return Problem.parse(answer.body);
  };

  it('is accepted and published once, however often it is repeated', async () => {
    const { id, body } = newWebhook();
    const headers = await signatures[provider](body, { id });
    const answers = await Promise.all([send(body, headers), send(body, headers), send(body, headers)]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 202, body: { webhookId: id } });
    const kept = await eventually(async () => {
      const found = await keptOf(provider, id);
      expect(found?.told).toEqual([
        { source: 'waypost.webhook', detailType: expect.any(String), detail: expect.objectContaining({}) },
      ]);
      return found;
    }, PATIENCE);
    expect(kept?.told[0]?.detail.data).toMatchObject({ webhookId: id });

    const signedAnew = await signatures[provider](body, { id });
    expect(await send(body, signedAnew)).toMatchObject({ status: 202, body: { webhookId: id } });
    // A later webhook on the same path is stored, so the earlier one is processed.
    const marker = newWebhook();
    await send(marker.body, await signatures[provider](marker.body, { id: marker.id }));
    await eventually(async () => expect(await keptOf(provider, marker.id)).toBeDefined(), PATIENCE);
    expect(await keptOf(provider, id)).toEqual(kept);
  });

  it('is rejected unsigned, forged, stale, early, truncated and changed', async () => {
    const { id, body } = newWebhook();
    const at = (minutes: number) => signatures[provider](body, { id, at: new Date(Date.now() + minutes * MINUTES) });
    const headers = await at(0);
    expect(await rejected(body, {})).toMatchObject({ status: 401 });
    expect(await rejected(body, await at(-6))).toMatchObject({
      status: 401,
      detail: expect.stringContaining('in the past'),
    });
    expect(await rejected(body, await at(6))).toMatchObject({ status: 401, detail: expect.stringContaining('future') });
    expect(await rejected(body.slice(0, -1), headers)).toMatchObject({ status: 401 });
    expect(await rejected(JSON.stringify(JSON.parse(body), null, 1), headers)).toMatchObject({ status: 401 });
    expect(await rejected(body, await signatures[provider](`${body} `, { id }))).toMatchObject({ status: 401 });
    expect(await keptOf(provider, id)).toBeUndefined();
  });

  it('is rejected when it is signed, but not an event, or too large', async () => {
    const id = `e2e_${randomUUID()}`;
    const signedSo = async (body: string) => await rejected(body, await signatures[provider](body, { id }));
    expect(await signedSo('not JSON')).toMatchObject({ status: 400 });
    expect(await signedSo('{}')).toMatchObject({ status: 400 });
    expect(await signedSo(JSON.stringify({ filler: 'x'.repeat(1024 * 1024) }))).toMatchObject({ status: 413 });
  });
});

it('rejects every other provider', async () => {
  const answer = await stage.send('webhook', '/webhooks/unknown', { method: 'POST', body: '{}' });
  expect(answer.status).toBe(404);
  expect(Problem.parse(answer.body)).toMatchObject({ status: 404 });
});
