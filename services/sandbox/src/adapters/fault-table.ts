import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Fault } from '@waypost/contracts';
import { dynamodb, whenConditionFailed } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import type { Faults } from '../ports.ts';

const { TABLE_NAME: TableName } = config();

/** All faults are one partition, sorted by operation: there are never more than some thirty. */
const PARTITION = 'faults#payment';
const sortKeyOf = ({ operation, fault }: Pick<Fault, 'operation' | 'fault'>) => `${operation}#${fault}`;

const FaultItem = z.object({ operation: Fault.shape.operation, fault: Fault.shape.fault, requestsLeft: z.int() });

/** Faults in the sandbox's table: one item for each operation and fault, with how many requests are left. */
export function faultTable(): Faults {
  return { put, take, endAll };
}

const put: Faults['put'] = async ({ operation, fault, times }) => {
  const key = { pk: PARTITION, sk: sortKeyOf({ operation, fault }) };
  await dynamodb.send(new PutCommand({ TableName, Item: { ...key, operation, fault, requestsLeft: times } }));
};

const take: Faults['take'] = async (operation) => {
  for (const { fault } of await waiting(`${operation}#`)) {
    if (await takeOne({ operation, fault })) return fault;
  }
  return undefined;
};

/** Counts down, unless others took the last one meanwhile. */
async function takeOne(of: Pick<Fault, 'operation' | 'fault'>): Promise<boolean> {
  return dynamodb
    .send(
      new UpdateCommand({
        TableName,
        Key: { pk: PARTITION, sk: sortKeyOf(of) },
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

const endAll: Faults['endAll'] = async () => {
  const faults = await waiting('');
  await Promise.all(
    faults.map((fault) =>
      dynamodb.send(new DeleteCommand({ TableName, Key: { pk: PARTITION, sk: sortKeyOf(fault) } })),
    ),
  );
  return faults.length;
};

async function waiting(prefix: string): Promise<readonly z.infer<typeof FaultItem>[]> {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: prefix ? 'pk = :faults AND begins_with(sk, :prefix)' : 'pk = :faults',
      FilterExpression: 'requestsLeft > :none',
      ExpressionAttributeValues: { ':faults': PARTITION, ':none': 0, ...(prefix && { ':prefix': prefix }) },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => FaultItem.parse(item));
}
