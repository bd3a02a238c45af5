import type { Duration, RemovalPolicy, StackProps } from 'aws-cdk-lib';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';

export type StageName = 'local' | 'sandbox' | 'staging' | 'prod';

/** All that tells one stage from another. The profiles stand in one file, `packages/stages/src/index.ts`. */
export interface StageProfile {
  readonly name: StageName;
  /** Removal policy of tables and log groups. */
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  readonly pointInTimeRecovery: boolean;
  readonly logRetention: RetentionDays;
  readonly architecture: Architecture;
  /** X-Ray traces of functions, APIs and workflows. */
  readonly tracing: boolean;
  /** Access logs of the APIs. */
  readonly accessLogs: boolean;
  /** Throttling of each API: requests per second, and burst. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** `simulated` deploys the sandbox stack. */
  readonly externalServices: 'simulated' | 'real';
  /** Time between two steps of a simulated parcel, at most 3 minutes, since the steps wait in a queue. */
  readonly parcelStep: Duration;
  /** Time that the ledger and the payment provider have to report a payment before it is compared. */
  readonly reconciliationGrace: Duration;
  /** Sender of mails on a stage with real external services. SES verifies the address before the first mail. */
  readonly mailFrom: string;
  /**
   * Timeouts of an order's waits for people, and the total from which an operator reviews it: an amount in minor units
   * of EUR.
   */
  readonly orders: {
    readonly reviewThreshold: number;
    readonly reviewTimeout: Duration;
    readonly paymentTimeout: Duration;
  };
  /** The base URL of a deployed REST API's stage. */
  readonly apiUrl: (api: { readonly restApiId: string; readonly region: string; readonly stageName: string }) => string;
}

/** Input of every service stack. */
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

/** Name of a parameter that a stack publishes for others: `/waypost/<stage>/<owner>/<name>`. */
export function parameterName(stage: StageProfile, owner: string, name: string): string {
  return `/waypost/${stage.name}/${owner}/${name}`;
}
