import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function, type IFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { impactAlarm } from './alarm.ts';
import type { StageProfile } from './stage.ts';

export interface ServiceFunctionProps {
  readonly stage: StageProfile;
  readonly service: string;
  /** The folder of the bundled code, with `index.mjs` in it. */
  readonly code: string;
  /** Effect on shoppers or operators when it fails, e.g. `new orders wait`. */
  readonly impact: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Default: 10 seconds. */
  readonly timeout?: Duration;
  /** In MB. Default: 512, where cold starts of bundles this size stop getting shorter. */
  readonly memorySize?: number;
}

/** Properties of a function in a stack. */
export type FunctionOptions = Omit<ServiceFunctionProps, 'stage' | 'service' | 'code'>;

/**
 * A function of a service: one job, its own role with no more than logs and traces to begin with, its own log group, an
 * errors alarm that says its impact, and the alias `live`, through which alone it is invoked, so that releases can shift.
 */
export class ServiceFunction extends Construct {
  /** The alias `live`, through which alone it is invoked. */
  readonly live: IFunction;
  readonly role: Role;
  /** Effect on shoppers or operators when the function fails; alarms of its queues state it too. */
  readonly impact: string;
  readonly #function: Function;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { stage, service, code, impact, environment, timeout = Duration.seconds(10), memorySize = 512 } = props;
    const functionName = `waypost-${stage.name}-${service}-${id}`;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Observe: observePolicy(logGroup, stage) },
    });
    this.#function = new Function(this, 'Function', {
      functionName,
      description: `Waypost ${service}: ${id}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture,
      handler: 'index.handler',
      code: Code.fromAsset(code),
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      timeout,
      memorySize,
      tracing: stage.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: {
        STAGE: stage.name,
        POWERTOOLS_SERVICE_NAME: service,
        ...environment,
      },
    });
    // CDK's classes declare optional fields in a way that exactOptionalPropertyTypes refuses; its interfaces are what it takes.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    this.live = this.#function.addAlias('live') as IFunction;
    this.impact = impact;
    impactAlarm(this, 'Errors', {
      stage,
      impact,
      firstAction: `read the logs of ${id}`,
      metric: this.live.metricErrors({ period: Duration.minutes(1) }),
    });
  }

  /** Adds a variable that a construct of the kit brings, such as the URL of a dead letter queue. */
  addEnvironment(name: string, value: string): void {
    this.#function.addEnvironment(name, value);
  }

  /** Grants actions on resources, and nothing more: `allow(['sqs:SendMessage'], queue.queueArn)`. */
  allow(actions: readonly string[], ...resources: string[]): void {
    this.role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources }));
  }
}

/**
 * Binds what all functions of a service share, so that a stack defines each in one line.
 *
 * @param directory the service's folder: `import.meta.dirname`; bundles are in its `dist/<function>`.
 * @example
 * const define = functionsOf(this, { service: 'inventory', stage, directory: import.meta.dirname });
 * const reserve = define('reserve-stock', { impact: 'new orders wait' });
 */
export function functionsOf(
  scope: Construct,
  shared: {
    readonly service: string;
    readonly stage: StageProfile;
    readonly directory: string;
    readonly environment?: Readonly<Record<string, string>>;
  },
): (name: string, options: FunctionOptions) => ServiceFunction {
  const { service, stage, directory } = shared;
  return (name, options) =>
    new ServiceFunction(scope, name, {
      ...options,
      service,
      stage,
      code: join(directory, 'dist', name),
      environment: { ...shared.environment, ...options.environment },
    });
}

function observePolicy(logGroup: LogGroup, stage: StageProfile): PolicyDocument {
  const statements = [
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  ];
  // X-Ray has no resources to name: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
  if (stage.tracing) {
    statements.push(
      new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
    );
  }
  return new PolicyDocument({ statements });
}
