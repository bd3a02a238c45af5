import { randomBytes } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CommandContract, GetStock, OrderId, PutStock, ReleaseStock, ReserveStock, Sku } from '@waypost/contracts';
import { bodyOf, stageClient } from '@waypost/test-kit';
import type * as z from 'zod';

const RACES = 100;

const client = stageClient();
const { stage, region, endpoint } = client.stage;
const lambda = new LambdaClient({
  region,
  ...(endpoint && { endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }),
});

const newOrder = () => OrderId.parse(`ord_${randomBytes(16).toString('hex')}`);

async function ask<Result extends z.ZodType>(
  command: CommandContract<z.ZodType, Result>,
  data: unknown,
): Promise<z.output<Result>> {
  const metadata = { correlationId: 'races-int-test', causationId: 'races-int-test' };
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({
      FunctionName: `waypost-${stage}-${command.owner}-${command.name}:live`,
      Payload: JSON.stringify({ metadata, data }),
    }),
  );
  const text = Buffer.from(Payload ?? []).toString();
  if (FunctionError) throw new Error(text);
  return command.result.parse(JSON.parse(text));
}

describe('the last unit', () => {
  const sku = Sku.parse(`RACE-${randomBytes(6).toString('hex').toUpperCase()}`);
  const level = async () => bodyOf(await client.call(GetStock, { parameters: { sku } }));

  beforeAll(async () => {
    const token = await client.signIn('operator');
    await client.call(PutStock, { parameters: { sku }, body: { warehouse: 'north', onHand: 1 }, token });
  });

  it(
    `goes to exactly one of two orders that ask at once, ${RACES} times`,
    async () => {
      for (let race = 1; race <= RACES; race += 1) {
        const orders = [newOrder(), newOrder()];
        const results = await Promise.all(
          orders.map((orderId) => ask(ReserveStock, { orderId, attempt: 1, lines: [{ sku, quantity: 1 }] })),
        );
        expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['out_of_stock', 'reserved']);
        expect(await level()).toMatchObject({ available: 0, warehouses: [{ onHand: 1, reserved: 1 }] });

        await Promise.all(orders.map((orderId) => ask(ReleaseStock, { orderId, attempt: 1 })));
        expect(await level()).toMatchObject({ available: 1, warehouses: [{ onHand: 1, reserved: 0 }] });
      }
    },
    5 * 60_000,
  );
});
