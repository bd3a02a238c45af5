import type { Duration, RemovalPolicy, StackProps } from 'aws-cdk-lib';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';

export type StageName = 'local' | 'sandbox' | 'staging' | 'prod';

/** All that tells one stage from another. The profiles stand in one file, `packages/stages/src/index.ts`. */
export interface StageProfile {
  readonly name: StageName;
  /** What becomes of tables and logs when their stack goes. */
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  readonly pointInTimeRecovery: boolean;
  readonly logRetention: RetentionDays;
  readonly architecture: Architecture;
  /** X-Ray traces of functions, APIs and workflows. */
  readonly tracing: boolean;
  /** Access logs of the APIs. */
  readonly accessLogs: boolean;
  /** What one API takes: steady requests a second, and how many at once. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** Whether the simulated outside world is deployed. */
  readonly externalServices: 'simulated' | 'real';
  /** How long a parcel of the simulated carrier takes from one step to the next: at most 3 minutes, since steps wait in a queue. */
  readonly parcelStep: Duration;
  /** How long the ledger and the payment provider have to hear of a payment before they are compared. */
  readonly reconciliationGrace: Duration;
  /** Who the shop's mails come from, where the outside world is real: SES verifies the address before the first mail. */
  readonly mailFrom: string;
  /** How long an order waits for people, and from which total on a person looks at it first: an amount in minor units of EUR. */
  readonly orders: {
    readonly reviewThreshold: number;
    readonly reviewTimeout: Duration;
    readonly paymentTimeout: Duration;
  };
  /** The base URL of a deployed REST API's stage. */
  readonly apiUrl: (api: { readonly restApiId: string; readonly region: string; readonly stageName: string }) => string;
}

/** What every stack of a service is made from. */
export interface StackInput {
  readonly stage: StageProfile;
}

/** The name of a service's stack, e.g. `waypost-local-inventory`. */
export function stackId(service: string, stage: StageProfile): string {
  return `waypost-${stage.name}-${service}`;
}

/** The properties and tags that every stack has. */
export function stackProps(service: string, stage: StageProfile): StackProps {
  return {
    description: `Waypost ${service} (${stage.name})`,
    tags: { project: 'waypost', stage: stage.name, service },
    terminationProtection: stage.deletionProtection,
  };
}

/** Where stacks leave what others look up: `/waypost/<stage>/<owner>/<name>`. */
export function parameterName(stage: StageProfile, owner: string, name: string): string {
  return `/waypost/${stage.name}/${owner}/${name}`;
}
