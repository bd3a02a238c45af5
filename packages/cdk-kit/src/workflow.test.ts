import { describe, expect, it } from 'vitest';
import { Match } from 'aws-cdk-lib/assertions';
import { grantsOf, templateOf } from '../test/kitchen.ts';
import { profiles } from '../test/profiles.ts';
import { type StateMachineDefinition, Workflow } from './workflow.ts';

const definitionOf = (resource: string): StateMachineDefinition => ({
  QueryLanguage: 'JSONata',
  Comment: 'Pours tea',
  StartAt: 'Pour',
  States: { Pour: { Type: 'Task', Resource: resource, End: true } },
});

describe.each(profiles)('a workflow on %s', (name, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    const { functionArn } = define('pour-tea').live;
    const shared = { stage, service: 'kitchen', impact: 'no tea is served' };
    const steps = new Workflow(stack, 'Steps', {
      ...shared,
      type: 'EXPRESS',
      definition: definitionOf(functionArn),
      invokes: [functionArn, functionArn],
    });
    new Workflow(stack, 'Breakfast', {
      ...shared,
      type: 'STANDARD',
      definition: definitionOf(steps.stateMachineArn),
      starts: [steps],
    });
  });

  it('is of the type that was asked for, under a name that says stage and service', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: `waypost-${name}-kitchen-Steps`,
      StateMachineType: 'EXPRESS',
    });
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: `waypost-${name}-kitchen-Breakfast`,
      StateMachineType: 'STANDARD',
    });
  });

  it('may invoke the functions and start the workflows of its definition, and no others', () => {
    const grants = grantsOf(template).filter(([action]) => /^(lambda|states):/.test(action));
    expect(grants.map(([action]) => action)).toEqual(['lambda:InvokeFunction', 'states:StartSyncExecution']);
    for (const [, resource] of grants) expect(JSON.stringify(resource)).not.toContain('*');
  });

  it('logs errors without the data that flows through it, into logs that end', () => {
    expect(Object.keys(template.findResources('AWS::StepFunctions::StateMachine'))).toHaveLength(2);
    template.allResourcesProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: Match.objectLike({ Level: 'ERROR', IncludeExecutionData: false }),
      TracingConfiguration: profile.tracing ? { Enabled: true } : Match.anyValue(),
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: profile.logRetention });
  });

  it('alarms when executions fail or time out, and says what it means for people', () => {
    expect(Object.keys(template.findResources('AWS::CloudWatch::Alarm'))).toHaveLength(5);
    for (const MetricName of ['ExecutionsFailed', 'ExecutionsTimedOut']) {
      template.resourcePropertiesCountIs(
        'AWS::CloudWatch::Alarm',
        { MetricName, AlarmDescription: Match.stringLikeRegexp('^Impact: no tea is served. First action: ') },
        2,
      );
    }
  });
});
