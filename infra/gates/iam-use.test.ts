import { describe, expect, it } from 'vitest';
import { iamUse, type RecordedCall } from './iam-use.ts';
import { stackOf } from './rules/sound-stack.ts';

const table = { 'Fn::GetAtt': ['StockTable32C7FBF3', 'Arn'] };
const index = { 'Fn::Join': ['', [table, '/index/orders']] };

function stackThatGrants(
  ...statements: readonly { readonly Action: string | readonly string[]; readonly Resource: unknown }[]
) {
  return stackOf('waypost-local-inventory', {
    Resources: {
      StockTable32C7FBF3: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      ReserveRole9B2A: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }] },
        },
      },
      ReservePolicy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyDocument: { Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) },
          Roles: [{ Ref: 'ReserveRole9B2A' }],
        },
      },
    },
  });
}

const call = (changes: Partial<RecordedCall>): RecordedCall => ({
  principal: 'waypost-local-inventory-ReserveRole9B2A-F916E9B7ABBDA',
  action: 'dynamodb:PutItem',
  resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/waypost-local-inventory-StockTable32C7FBF3-57B677C7D988E',
  decision: 'Allow',
  ...changes,
});
const told = (...input: Parameters<typeof iamUse>) =>
  iamUse(...input).map(({ rule, resource }) => `${rule} ${resource}`);

describe('a role that is granted two actions', () => {
  const stack = stackThatGrants({ Action: ['dynamodb:PutItem', 'dynamodb:GetItem'], Resource: table });

  it('has no finding when it made both calls', () => {
    expect(told([stack], [call({}), call({ action: 'dynamodb:GetItem' })])).toEqual([]);
  });

  it('has a finding for the action without a call', () => {
    expect(told([stack], [call({})])).toEqual(['unused-grant ReserveRole9B2A/dynamodb:GetItem']);
  });

  it('does not count the calls of another role', () => {
    const another = call({ action: 'dynamodb:GetItem', principal: 'waypost-local-inventory-ReleaseRole-F916' });
    expect(told([stack], [call({}), another])).toEqual(['unused-grant ReserveRole9B2A/dynamodb:GetItem']);
  });

  it('does not count calls on another table', () => {
    const elsewhere = call({
      action: 'dynamodb:GetItem',
      resource: 'arn:aws:dynamodb:::table/waypost-local-order-Orders',
    });
    expect(told([stack], [call({}), elsewhere])).toEqual(['unused-grant ReserveRole9B2A/dynamodb:GetItem']);
  });

  it('has one finding for a rejected call', () => {
    const rejected = call({ action: 'dynamodb:DeleteItem', decision: 'Deny' });
    expect(told([stack], [call({}), call({ action: 'dynamodb:GetItem' }), rejected, rejected])).toEqual([
      'rejected-call ReserveRole9B2A/dynamodb:DeleteItem',
    ]);
  });

  it('does not count a rejected call', () => {
    const rejected = call({ action: 'dynamodb:GetItem', decision: 'Deny' });
    expect(told([stack], [call({}), rejected])).toContain('unused-grant ReserveRole9B2A/dynamodb:GetItem');
  });
});

describe('a role that may query a table and its index', () => {
  const stack = stackThatGrants({ Action: 'dynamodb:Query', Resource: [table, index] });
  const onTable = call({ action: 'dynamodb:Query' });
  const onIndex = call({ action: 'dynamodb:Query', resource: `${onTable.resource}/index/orders` });

  it('needs both', () => {
    expect(told([stack], [onTable, onIndex])).toEqual([]);
  });

  it('has a finding for each one without a call', () => {
    expect(iamUse([stack], [onIndex]).map(({ message }) => message)).toEqual([expect.not.stringContaining('index')]);
    expect(iamUse([stack], [onTable]).map(({ message }) => message)).toEqual([expect.stringContaining('index')]);
  });
});

describe('a grant on a resource that is known at deployment only', () => {
  it('is used by any call of its action', () => {
    const stack = stackThatGrants({ Action: 'events:PutEvents', Resource: { Ref: 'BusParameter' } });
    expect(
      told([stack], [call({ action: 'events:PutEvents', resource: 'arn:aws:events:::event-bus/waypost' })]),
    ).toEqual([]);
  });
});

describe('a grant on a secret whose ARN ends with six characters of Secrets Manager', () => {
  const secret = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:waypost/local/webhook/payment-';
  const stack = stackThatGrants({ Action: 'secretsmanager:GetSecretValue', Resource: `${secret}??????` });
  const read = (resource: string) => call({ action: 'secretsmanager:GetSecretValue', resource });

  it('is used by a call on that secret, and not by a call on another', () => {
    expect(told([stack], [read(`${secret}Ab1Cd2`)])).toEqual([]);
    expect(told([stack], [read(`${secret}key-Ab1Cd2`)])).toHaveLength(1);
  });
});
