import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StageProfile } from '../src/stage.ts';

const common = {
  architecture: Architecture.ARM_64,
  mailFrom: 'orders@waypost.example',
  parcelStep: Duration.seconds(4),
  reconciliationGrace: Duration.seconds(90),
  orders: { reviewThreshold: 100_000, reviewTimeout: Duration.minutes(5), paymentTimeout: Duration.minutes(5) },
  apiUrl: ({ restApiId, region, stageName }) => `https://${restApiId}.${region}.example/${stageName}`,
} satisfies Partial<StageProfile>;

/** A stage with little, as on a laptop. */
export const local: StageProfile = {
  ...common,
  name: 'local',
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
  pointInTimeRecovery: false,
  logRetention: RetentionDays.ONE_DAY,
  tracing: false,
  accessLogs: false,
  throttle: { rateLimit: 5000, burstLimit: 5000 },
  externalServices: 'simulated',
};

/** A stage with everything. */
export const prod: StageProfile = {
  ...common,
  name: 'prod',
  removalPolicy: RemovalPolicy.RETAIN,
  deletionProtection: true,
  pointInTimeRecovery: true,
  logRetention: RetentionDays.ONE_YEAR,
  tracing: true,
  accessLogs: true,
  throttle: { rateLimit: 500, burstLimit: 1000 },
  externalServices: 'real',
};

export const profiles: readonly (readonly [string, StageProfile])[] = [
  ['local', local],
  ['prod', prod],
];
