import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Fault } from '@waypost/contracts';
import { dynamodb, whenConditionFailed } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import type { Faults } from '../ports.ts';

const { TABLE_NAME: TableName } = config();

type Provider = Fault['provider'];

/** All faults of a provider are one partition, sorted by operation: there are never more than some thirty. */
const partitionOf = (provider: Provider) => `faults#${provider}`;
const sortKeyOf = ({ operation, fault }: Pick<Fault, 'operation' | 'fault'>) => `${operation}#${fault}`;

const FaultItem = z.object({ operation: Fault.shape.operation, fault: Fault.shape.fault, requestsLeft: z.int() });

/** Faults of one provider in the sandbox's table: one item for each operation and fault, with how many requests are left. */
export function faultTable(provider: Provider): Faults {
  const pk = partitionOf(provider);
  return {
    put: async ({ operation, fault, times }) => {
      const key = { pk, sk: sortKeyOf({ operation, fault }) };
      await dynamodb.send(new PutCommand({ TableName, Item: { ...key, operation, fault, requestsLeft: times } }));
    },
    take: async (operation) => {
      for (const { fault } of await waiting(pk, `${operation}#`)) {
        if (await takeOne(pk, { operation, fault })) return fault;
      }
      return undefined;
    },
    endAll: async () => {
      const faults = await waiting(pk, '');
      await Promise.all(
        faults.map((fault) => dynamodb.send(new DeleteCommand({ TableName, Key: { pk, sk: sortKeyOf(fault) } }))),
      );
      return faults.length;
    },
  };
}

/** Decrements the count, on condition that it is not 0. */
async function takeOne(pk: string, of: Pick<Fault, 'operation' | 'fault'>): Promise<boolean> {
  return dynamodb
    .send(
      new UpdateCommand({
        TableName,
        Key: { pk, sk: sortKeyOf(of) },
        UpdateExpression: 'SET requestsLeft = requestsLeft - :one',
        ConditionExpression: 'requestsLeft >= :one',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    )
    .then(
      () => true,
      whenConditionFailed(() => false),
    );
}

async function waiting(pk: string, prefix: string): Promise<readonly z.infer<typeof FaultItem>[]> {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: prefix ? 'pk = :faults AND begins_with(sk, :prefix)' : 'pk = :faults',
      FilterExpression: 'requestsLeft > :none',
      ExpressionAttributeValues: { ':faults': pk, ':none': 0, ...(prefix && { ':prefix': prefix }) },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => FaultItem.parse(item));
}
