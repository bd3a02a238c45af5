import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { impactAlarm } from './alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** A state machine in the Amazon States Language, as data: https://states-language.net/. Its strings may hold tokens of CDK. */
export interface StateMachineDefinition {
  readonly QueryLanguage: 'JSONata';
  readonly Comment: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly TimeoutSeconds?: number;
}

export interface WorkflowProps {
  readonly stage: StageProfile;
  readonly service: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly definition: StateMachineDefinition;
  /** The alias ARNs of the functions that its states invoke. */
  readonly invokes?: readonly string[];
  /** The Express workflows that it starts and waits for. */
  readonly starts?: readonly Workflow[];
  /** Impact when executions fail. */
  readonly impact: string;
}

/**
 * Lets a function tell waiting tasks. Who has a task's token may tell it: the token is all that names the task, so a policy can
 * name no resource.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
 */
export function grantTaskCompletion(handler: ServiceFunction): void {
  handler.allow(['states:SendTaskSuccess'], '*');
}

/** A workflow that may invoke what its definition names and no more. Errors are logged without the data that flows through it. */
export class Workflow extends Construct {
  readonly stateMachineArn: string;
  /** The ARN of every execution: `…:execution:<name>:*`. */
  readonly executionArns: string;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const { stage, service, type, definition, invokes = [], starts = [], impact } = props;
    const stateMachineName = `waypost-${stage.name}-${service}-${id}`;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    allow(role, 'lambda:InvokeFunction', invokes);
    allow(
      role,
      'states:StartSyncExecution',
      starts.map(({ stateMachineArn }) => stateMachineArn),
    );
    const machine = new StateMachine(this, 'StateMachine', {
      stateMachineName,
      stateMachineType: type === 'STANDARD' ? StateMachineType.STANDARD : StateMachineType.EXPRESS,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      role,
      tracingEnabled: stage.tracing,
      logs: {
        destination: new LogGroup(this, 'Logs', {
          logGroupName: `/aws/vendedlogs/states/${stateMachineName}`,
          retention: stage.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
    this.stateMachineArn = machine.stateMachineArn;
    this.executionArns = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${machine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const firstAction = `read the failed executions of ${id}`;
    impactAlarm(this, 'Failed', {
      stage,
      impact,
      firstAction,
      metric: machine.metricFailed({ period: Duration.minutes(1) }),
    });
    impactAlarm(this, 'TimedOut', {
      stage,
      impact,
      firstAction,
      metric: machine.metricTimedOut({ period: Duration.minutes(1) }),
    });
  }
}

function allow(role: Role, action: string, resources: readonly string[]): void {
  if (resources.length > 0)
    role.addToPolicy(new PolicyStatement({ actions: [action], resources: [...new Set(resources)] }));
}
