import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  DynamoDBClient,
  GetItemCommand,
  TransactWriteItemsCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { CreateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { onRealAccount, patience } from './support/account.ts';
import { bodyOf, events, lambda, outputsOf, receive } from './support/deployed.ts';
import { eventually } from './support/eventually.ts';
import { run } from './support/executions.ts';

const output = outputsOf('permissions');
const TableName = output('Table');
const Key = { pk: { S: randomUUID() } };

const put: TransactWriteItem = { Put: { TableName, Item: Key } };
const check: TransactWriteItem = {
  ConditionCheck: { TableName, Key: { pk: { S: 'absent' } }, ConditionExpression: 'attribute_not_exists(pk)' },
};
const update: TransactWriteItem = {
  Update: {
    TableName,
    Key: { pk: { S: 'other' } },
    UpdateExpression: 'SET a = :a',
    ExpressionAttributeValues: { ':a': { S: 'a' } },
  },
};

describe('a role that may put and check items', () => {
  let credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  beforeAll(async () => {
    const request = { RoleArn: output('Writer'), RoleSessionName: 'contract' };
    const { Credentials } = await eventually(() => new STSClient().send(new AssumeRoleCommand(request)), patience(5));
    credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
  });
  const transact = (TransactItems: TransactWriteItem[]) =>
    new DynamoDBClient({ credentials }).send(new TransactWriteItemsCommand({ TransactItems }));

  it('may do both in a transaction, for which there is no action of its own', async () => {
    await expect(transact([put, check])).resolves.toBeDefined();
  });

  it('is refused a transaction that updates, and nothing of it happens', async () => {
    await expect(transact([put, update])).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('is refused to read', async () => {
    await expect(
      new DynamoDBClient({ credentials }).send(new GetItemCommand({ TableName, Key })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('reads the secret that was granted to it', async () => {
    const read = new GetSecretValueCommand({ SecretId: output('Secret') });

    expect((await new SecretsManagerClient({ credentials }).send(read)).SecretString).toBe('contract');
  });

  it('reads a secret that was generated as its template says', async () => {
    const read = new GetSecretValueCommand({ SecretId: output('Generated') });

    const { SecretString = '' } = await new SecretsManagerClient({ credentials }).send(read);
    expect(JSON.parse(SecretString)).toEqual({ key: expect.stringMatching(/^[A-Za-z0-9]{64}$/) });
  });

  it('is recorded with role, actions and operation', async () => {
    if (onRealAccount) return; // CloudTrail records there

    await transact([put, check]);

    const lines = readFileSync(process.env['WAYPOST_CONTRACT_CALLS'] ?? '', 'utf8')
      .trim()
      .split('\n');
    const calls: unknown[] = lines.map((line) => JSON.parse(line));
    for (const action of ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem']) {
      const recorded = { principal: output('WriterName'), action, decision: 'Allow', operation: 'TransactWriteItems' };
      expect(calls).toContainEqual(expect.objectContaining(recorded));
    }
    const capacity = { principal: output('WriterName'), capacityOf: 'TransactWriteItems', table: TableName, units: 4 };
    expect(calls).toContainEqual(expect.objectContaining(capacity));
  });
});

describe('a function without permissions', () => {
  it('cannot be given a queue that its role may not read', async () => {
    const mapping = { FunctionName: output('Invoked'), EventSourceArn: output('RefusedArn') };

    await expect(lambda.send(new CreateEventSourceMappingCommand(mapping))).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: expect.stringContaining('ReceiveMessage'),
    });
  });

  it('is not invoked by a rule that its policy does not name; the event goes to the dead letters', async () => {
    const event = { EventBusName: output('Bus'), Source: 'waypost.contract', DetailType: 'Any', Detail: '{"order":3}' };
    await events.send(new PutEventsCommand({ Entries: [event] }));

    const dead = await receive(output('Refused'), undefined, 20);

    expect(bodyOf(dead)).toMatchObject({ detail: { order: 3 } });
    expect(dead.MessageAttributes?.['ERROR_CODE']?.StringValue).toBe('NO_PERMISSIONS');
  });
});

describe('a workflow', () => {
  it('invokes the function that its role was granted', async () => {
    expect(await run(output('Granted'), {})).toMatchObject({ status: 'SUCCEEDED', output: 'done' });
  });

  it('fails when its role may not invoke the function', async () => {
    expect(await run(output('NotGranted'), {})).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AWSLambdaException',
      cause: expect.stringContaining('not authorized to perform: lambda:InvokeFunction'),
    });
  });
});
