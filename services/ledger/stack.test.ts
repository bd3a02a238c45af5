import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LedgerStack } from './stack.ts';

let template: Template;
beforeAll(() => {
  const stage = stageFromEnvironment({ WAYPOST_STAGE: 'prod' });
  template = Template.fromStack(new LedgerStack(new App(), { stage }));
});

describe('the ledger', () => {
  it('receives events about payments only', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['waypost.payment'],
        'detail-type': ['PaymentCaptured', 'PaymentRefunded', 'PaymentReversed'],
      },
    });
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['waypost.payment'], 'detail-type': ['BalanceTransactionReported'] },
    });
    // The third one is the schedule.
    template.resourceCountIs('AWS::Events::Rule', 3);
    template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' });
  });

  it('projects events in order, without a limit of retries, and no markers', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: -1,
      FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"entry":{"S":[{"exists":true}]}}}}' }] },
    });
  });

  it('never changes or deletes what was posted', () => {
    const policies = Object.values(template.findResources('AWS::IAM::Policy'));
    const statements: readonly { Action: string | string[]; Resource: unknown }[] = policies.flatMap(
      ({ Properties }) => Properties.PolicyDocument.Statement,
    );
    const onJournals = statements.filter(({ Resource }) => /"Journals\w+","Arn"/.test(JSON.stringify(Resource)));
    const actions = onJournals.flatMap(({ Action }) => Action).filter((action) => !/Stream|Shard|Records/.test(action));
    expect(new Set(actions)).toEqual(new Set(['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:ConditionCheckItem']));
  });

  it('is shown to operators only: every route asks for a token', () => {
    const routes = Object.values(template.findResources('AWS::ApiGateway::Method'));
    const authorizations = routes.map(({ Properties }) => Properties.AuthorizationType);
    expect(new Set(authorizations)).toEqual(new Set(['COGNITO_USER_POOLS']));
  });

  it('raises an alarm when the ledger and the provider differ', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'LedgerDifferences',
      Dimensions: [{ Name: 'service', Value: 'ledger' }],
      Threshold: 1,
    });
  });

  it('keeps its books when the stack goes, in production', () => {
    const tables = Object.values(template.findResources('AWS::DynamoDB::Table'));
    expect(tables.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain', 'Retain']);
  });
});
