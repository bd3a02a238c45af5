// One file for functions and what they hold, since each file pays for loading CDK again.
import { describe, expect, it, vi } from 'vitest';
import { Match } from 'aws-cdk-lib/assertions';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { grantsOf, idOf, PourTea, templateOf } from '../test/kitchen.ts';
import { local, prod, profiles } from '../test/profiles.ts';
import { impactAlarm, useAlarmTopic } from './alarm.ts';
import { commandArn, publishCommand } from './commands.ts';
import { platformOf } from './platform.ts';
import { readAtRunTime } from './run-time-parameters.ts';
import { ServiceTable } from './service-table.ts';
import { stackId, stackProps } from './stage.ts';

describe.each(profiles)('a function on %s', (name, profile) => {
  const template = templateOf(profile, ({ define }) => {
    define('pour-tea', { environment: { POT: 'blue' } });
  });

  it('runs its bundle under a name that says stage, service and job', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: `waypost-${name}-kitchen-pour-tea`,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Architectures: ['arm64'],
    });
  });

  it('knows its stage, its service and what the stack and the function say', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: { STAGE: name, POWERTOOLS_SERVICE_NAME: 'kitchen', TABLE_NAME: 'teas', POT: 'blue' },
      },
    });
  });

  it('has the alias live, and an alarm of that with its impact', () => {
    template.hasResourceProperties('AWS::Lambda::Alias', { Name: 'live' });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Errors',
      AlarmDescription: Match.stringLikeRegexp('^Impact: no tea is served. First action: read the logs of '),
      Dimensions: Match.arrayWith([Match.objectLike({ Name: 'Resource' })]),
      TreatMissingData: 'notBreaching',
    });
  });

  it('has logs of its own, which end', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: `/aws/lambda/waypost-${name}-kitchen-pour-tea`,
      RetentionInDays: profile.logRetention,
    });
  });

  it('may do nothing beyond logs and traces', () => {
    expect(grantsOf(template)).toEqual([]);
    const [role] = Object.values(template.findResources('AWS::IAM::Role'));
    const statements = role?.['Properties'].Policies[0].PolicyDocument.Statement;
    expect(statements.flatMap(({ Action }: { Action: string }) => Action)).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      ...(profile.tracing ? ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'] : []),
    ]);
    expect(role?.['Properties'].ManagedPolicyArns).toBeUndefined();
  });
});

describe('tracing', () => {
  it('is on where the stage has it', () => {
    const modeOn = (profile: typeof prod) =>
      Object.values(templateOf(profile, ({ define }) => void define('a')).findResources('AWS::Lambda::Function')).map(
        ({ Properties }) => Properties.TracingConfig?.Mode,
      );
    expect([modeOn(prod), modeOn(local)]).toEqual([['Active'], [undefined]]);
  });
});

describe.each(profiles)('a table on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    const table = new ServiceTable(stack, 'Teas', { stage });
    table.addIndex('list');
    table.addIndex('cups', ['colour']);
    const handler = define('pour-tea');
    table.allow(handler, ['GetItem', 'UpdateItem']);
    table.allowIndex(handler, 'list');
  });
  const table = idOf(template, 'AWS::DynamoDB::Table', 'Teas');

  it('is kept, protected and recoverable as the stage says', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: profile.deletionProtection ? 'Retain' : 'Delete',
      Properties: {
        DeletionProtectionEnabled: profile.deletionProtection,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: profile.pointInTimeRecovery },
      },
    });
  });

  it('is paid by use, forgets what expires, and streams new images', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    });
  });

  it('has indexes with keys of their own, of all attributes or those named', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'list',
          KeySchema: [{ AttributeName: 'listpk' }, { AttributeName: 'listsk' }],
          Projection: { ProjectionType: 'ALL' },
        },
        { IndexName: 'cups', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['colour'] } },
      ],
    });
  });

  it('allows exactly the calls that were named, on this table and this index', () => {
    const arn = { 'Fn::GetAtt': [table, 'Arn'] };
    expect(grantsOf(template)).toEqual([
      ['dynamodb:GetItem', arn],
      ['dynamodb:UpdateItem', arn],
      ['dynamodb:Query', { 'Fn::Join': ['', [arn, '/index/list']] }],
    ]);
  });
});

describe('parameters', () => {
  it('tell other stacks the alias of the function that answers a command', () => {
    const template = templateOf(local, ({ stack, stage, define }) => {
      publishCommand(stack, stage, PourTea, define('pour-tea'));
    });
    template.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/waypost/local/kitchen/commands/pour-tea',
      Value: { Ref: idOf(template, 'AWS::Lambda::Alias', 'pourtea') },
    });
  });

  it('are looked up when a stack is deployed', () => {
    const template = templateOf(local, ({ stack, stage, define }) => {
      define('ask', { environment: { POUR_TEA: commandArn(stack, stage, PourTea) } });
    });
    expect(Object.values(template.findParameters('*'))).toContainEqual({
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: '/waypost/local/kitchen/commands/pour-tea',
    });
  });

  it('may be read at run time instead, each by whom it was allowed', () => {
    const template = templateOf(local, ({ stage, define }) => {
      readAtRunTime(define('ask'), { stage, owner: 'pantry', name: 'api-url', variable: 'PANTRY_URL_PARAMETER' });
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { PANTRY_URL_PARAMETER: '/waypost/local/pantry/api-url' } },
    });
    const [[action, resource] = []] = grantsOf(template);
    expect(action).toBe('ssm:GetParameter');
    expect(JSON.stringify(resource)).toContain(':parameter/waypost/local/pantry/api-url"');
    expect(Object.values(template.findParameters('*')).map(({ Default }) => Default)).not.toContain(
      '/waypost/local/pantry/api-url',
    );
  });
});

describe('the platform', () => {
  it('is looked up as far as it is used, and once', () => {
    const template = templateOf(local, ({ stack, stage, define }) => {
      const platform = platformOf(stack, stage);
      define('a', { environment: { BUS: platform.bus.eventBusName, AGAIN: platform.bus.eventBusArn } });
    });
    const looked = Object.values(template.findParameters('*')).map(({ Default }) => Default);
    expect(looked.filter((name) => /event-bus/.test(name))).toEqual(['/waypost/local/platform/event-bus-arn']);
    expect(looked.filter((name) => /identity|order-topic/.test(name))).toEqual([]);
  });
});

describe('an alarm', () => {
  const metric = new Metric({ namespace: 'Tea', metricName: 'Cold' });

  it('goes to the alarm topic of the platform, looked up once a stack', () => {
    const template = templateOf(local, ({ stack, stage }) => {
      impactAlarm(stack, 'One', { stage, metric, impact: 'cold', firstAction: 'heat it' });
      impactAlarm(stack, 'Two', {
        stage,
        metric,
        threshold: 5,
        evaluationPeriods: 3,
        impact: 'colder',
        firstAction: 'heat it',
      });
    });
    const topics = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
      ({ Properties }) => Properties.AlarmActions[0].Ref,
    );
    expect(new Set(topics).size).toBe(1);
    template.hasParameter(topics[0], { Default: '/waypost/local/platform/alarm-topic-arn' });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { Threshold: 5, EvaluationPeriods: 3 });
  });

  it('goes to the stack’s own topic where it makes one', () => {
    const template = templateOf(local, ({ stack, stage }) => {
      useAlarmTopic(stack, new Topic(stack, 'Alarms'));
      impactAlarm(stack, 'One', { stage, metric, impact: 'cold', firstAction: 'heat it' });
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: idOf(template, 'AWS::SNS::Topic', 'Alarms') }],
    });
  });
});

describe('a stack', () => {
  it('is named, tagged and protected by service and stage', () => {
    expect(stackId('kitchen', prod)).toBe('waypost-prod-kitchen');
    expect(stackProps('kitchen', prod)).toMatchObject({
      tags: { project: 'waypost', stage: 'prod', service: 'kitchen' },
      terminationProtection: true,
    });
    expect(stackProps('kitchen', local)).toMatchObject({ terminationProtection: false });
  });
});

describe('the example of the README', () => {
  it('synthesizes, with a dead letter queue for each way to fail', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const { template } = await import('../examples/kitchen-stack.ts');
    const types = Object.values<{ Type: string }>(template['Resources']).map(({ Type }) => Type);
    expect(types.filter((type) => type === 'AWS::SQS::Queue')).toHaveLength(2);
    log.mockRestore();
  });
});
