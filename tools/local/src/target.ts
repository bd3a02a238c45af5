import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { startEngine, trustCertificate } from '@waypost/engine';
import { engineDirectory } from './layout.ts';
import type { StageLayout } from './layout.ts';
import { StageError } from './stage-error.ts';

/** Target of a stage: every AWS call uses its endpoint, region and credentials. */
export interface Target {
  readonly endpoint: string;
  readonly region: string;
  readonly accountId: string;
  readonly caFile?: string;
  /** Environment by which SDK clients, the CDK CLI and other tools find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** True if it has the state of an earlier run. */
  readonly resumed: boolean;
  stop(): Promise<void>;
}

export interface EngineChoice {
  readonly layout: StageLayout;
  readonly port: number;
  readonly resumed: boolean;
  readonly recordCallsTo?: string;
  readonly warmWorkers?: number;
  readonly waitScale?: number;
}

/** Starts the project's engine with the stage's state. */
export async function ownEngine(choice: EngineChoice): Promise<Target> {
  const { layout, port, resumed, recordCallsTo, warmWorkers, waitScale } = choice;
  const engine = await startEngine({
    directory: engineDirectory,
    stateDirectory: layout.state,
    port,
    ...(recordCallsTo !== undefined && { recordCallsTo }),
    ...(warmWorkers !== undefined && { warmWorkers }),
    ...(waitScale !== undefined && { waitScale }),
  });
  trustCertificate(engine.caFile);
  const { endpoint, region, accountId, caFile, environment } = engine;
  return { endpoint, region, accountId, caFile, environment, resumed, stop: () => engine.stop() };
}

/**
 * The endpoint that a person named by AWS_ENDPOINT_URL, with their region and credentials.
 *
 * @throws StageError when it doesn't answer.
 */
export async function namedEndpoint(endpoint: string, environment: NodeJS.ProcessEnv): Promise<Target> {
  const region = environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const caFile = environment['NODE_EXTRA_CA_CERTS'] ?? environment['AWS_CA_BUNDLE'];
  if (caFile) trustCertificate(caFile);
  const client = new STSClient({ endpoint, region });
  const identity = await client.send(new GetCallerIdentityCommand({})).catch((cause: unknown) => {
    throw new StageError(
      `${endpoint}, which AWS_ENDPOINT_URL names, does not answer: ${String(cause)}.`,
      'Start it, or unset AWS_ENDPOINT_URL to have an engine started for you.',
      { cause },
    );
  });
  const accountId = identity.Account ?? '000000000000';
  return {
    endpoint,
    region,
    accountId,
    ...(caFile && { caFile }),
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      CDK_DEFAULT_ACCOUNT: accountId,
      CDK_DEFAULT_REGION: region,
      ...(caFile && { NODE_EXTRA_CA_CERTS: caFile, AWS_CA_BUNDLE: caFile }),
    },
    resumed: false,
    stop: async () => {},
  };
}

interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Options of this process's SDK clients for the target. */
export function clientOptions({ endpoint, region, environment }: Target): ClientOptions {
  const [accessKeyId, secretAccessKey] = [environment['AWS_ACCESS_KEY_ID'], environment['AWS_SECRET_ACCESS_KEY']];
  return { endpoint, region, ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }) };
}
