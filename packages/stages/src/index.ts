import type { StageName, StageProfile } from '@waypost/cdk-kit';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

const onAws: Pick<
  StageProfile,
  'apiUrl' | 'mailFrom' | 'parcelStep' | 'reconciliationGrace' | 'tracing' | 'accessLogs' | 'architecture'
> = {
  apiUrl: ({ restApiId, region, stageName }) => `https://${restApiId}.execute-api.${region}.amazonaws.com/${stageName}`,
  mailFrom: 'orders@waypost.example',
  parcelStep: Duration.seconds(30),
  reconciliationGrace: Duration.minutes(15),
  tracing: true,
  accessLogs: true,
  architecture: Architecture.ARM_64,
};

const reviewThreshold = 1_000_000;

const shortLived = {
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
  pointInTimeRecovery: false,
} as const;

const kept = { removalPolicy: RemovalPolicy.RETAIN, deletionProtection: true, pointInTimeRecovery: true } as const;

const profiles: Readonly<Record<StageName, (endpoint: string) => StageProfile>> = {
  local: (endpoint) => ({
    ...onAws,
    ...shortLived,
    name: 'local',
    logRetention: RetentionDays.ONE_DAY,
    // The engine has no X-Ray, writes no access logs, and answers for its APIs below one address.
    tracing: false,
    accessLogs: false,
    throttle: { rateLimit: 5000, burstLimit: 5000 },
    externalServices: 'simulated',
    // Long enough to cancel a confirmed order, short enough to watch.
    parcelStep: Duration.seconds(4),
    // The provider's transactions are asked for each minute.
    reconciliationGrace: Duration.seconds(90),
    // Short enough to see them run out.
    orders: { reviewThreshold, reviewTimeout: Duration.minutes(2), paymentTimeout: Duration.minutes(2) },
    apiUrl: ({ restApiId, stageName }) => `${endpoint}/_aws/execute-api/${restApiId}/${stageName}`,
  }),
  sandbox: () => ({
    ...onAws,
    ...shortLived,
    name: 'sandbox',
    logRetention: RetentionDays.ONE_WEEK,
    throttle: { rateLimit: 50, burstLimit: 100 },
    externalServices: 'simulated',
    orders: { reviewThreshold, reviewTimeout: Duration.hours(1), paymentTimeout: Duration.minutes(15) },
  }),
  staging: () => ({
    ...onAws,
    ...kept,
    name: 'staging',
    logRetention: RetentionDays.ONE_MONTH,
    throttle: { rateLimit: 100, burstLimit: 200 },
    externalServices: 'real',
    orders: { reviewThreshold, reviewTimeout: Duration.hours(24), paymentTimeout: Duration.hours(1) },
  }),
  prod: () => ({
    ...onAws,
    ...kept,
    name: 'prod',
    logRetention: RetentionDays.ONE_YEAR,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    externalServices: 'real',
    orders: { reviewThreshold, reviewTimeout: Duration.hours(24), paymentTimeout: Duration.hours(1) },
  }),
};

export const stageNames: readonly StageName[] = ['local', 'sandbox', 'staging', 'prod'];

/**
 * The stage named by `WAYPOST_STAGE`; local if none is.
 *
 * @throws Error for a stage that there isn't.
 */
export function stageFromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): StageProfile {
  const asked = environment['WAYPOST_STAGE'] ?? 'local';
  const name = stageNames.find((known) => known === asked);
  if (!name) throw new Error(`WAYPOST_STAGE is ${asked}, but the stages are ${stageNames.join(', ')}`);
  return profiles[name](environment['AWS_ENDPOINT_URL'] ?? 'https://127.0.0.1:4566');
}
