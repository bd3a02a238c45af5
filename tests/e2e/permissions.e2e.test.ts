import { randomUUID } from 'node:crypto';
import { CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, orderIdOf, readStageFile } from '@waypost/test-kit';
import { PATIENCE } from './shop.ts';
import { resourceOf } from './stage-resources.ts';

const cloudFormation = new CloudFormationClient({});
const iam = new IAMClient({});
const lambda = new LambdaClient({});
const name = `waypost-without-grants-${randomUUID().slice(0, 8)}`;

const policy = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [Statement] });

/** A second cancel-order function with the same code and configuration, but without permissions. */
beforeAll(async () => {
  const FunctionName = await resourceOf('order', 'AWS::Lambda::Function', 'cancelorder');
  const original = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: name,
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    }),
  );
  const { Runtime, Handler, Environment } = original;
  const Code = await codeOf('cancelorder');
  const copy = { Runtime, Handler, Environment: { Variables: Environment?.Variables ?? {} }, Timeout: 30 };
  await lambda.send(new CreateFunctionCommand({ FunctionName: name, Role: Role?.Arn, Code, ...copy }));
});

afterAll(async () => {
  await lambda.send(new DeleteFunctionCommand({ FunctionName: name }));
  await iam.send(new DeleteRolePolicyCommand({ RoleName: name, PolicyName: 'Grant' }));
  await iam.send(new DeleteRoleCommand({ RoleName: name }));
});

/** Location of a function's code in the deployed stack. */
async function codeOf(logicalId: string): Promise<{ S3Bucket: string; S3Key: string }> {
  const StackName = `waypost-${process.env['WAYPOST_STAGE'] ?? 'local'}-order`;
  const { TemplateBody = '{}' } = await cloudFormation.send(new GetTemplateCommand({ StackName }));
  const resources: Record<string, { Type: string; Properties: { Code: { S3Bucket: unknown; S3Key: string } } }> =
    JSON.parse(TemplateBody).Resources;
  const found = Object.entries(resources).find(
    ([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.startsWith(logicalId),
  );
  if (!found) throw new Error(`There is no function ${logicalId}`);
  const { accountId, region } = readStageFile();
  const S3Bucket = `cdk-hnb659fds-assets-${accountId}-${region}`;
  return { S3Bucket, S3Key: found[1].Properties.Code.S3Key };
}

const invoked = async () => {
  const payload = {
    metadata: { correlationId: 'permissions', causationId: 'permissions' },
    data: { orderId: orderIdOf(1), attempt: 1, reason: 'internal_error' },
  };
  const answer = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) }));
  return Buffer.from(answer.Payload ?? []).toString('utf8');
};

describe('a function whose role has no grant', () => {
  it('is denied by the table, and succeeds as soon as it has the grant', async () => {
    expect(await invoked()).toContain('AccessDenied');

    const TableName = await resourceOf('order', 'AWS::DynamoDB::Table', 'Orders');
    const Resource = `arn:aws:dynamodb:*:*:table/${TableName}`;
    const PolicyDocument = policy({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource });
    await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: 'Grant', PolicyDocument }));
    await eventually(async () => {
      expect(JSON.parse(await invoked())).toEqual({ outcome: 'rejected', reason: 'unknown_order' });
    }, PATIENCE);
  });
});
