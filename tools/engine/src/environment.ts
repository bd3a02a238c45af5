import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Certificate } from './certificate.ts';

export const REGION = 'us-east-1';
/** The engine's one account, whose root the credentials `test` / `test` are. */
export const ACCOUNT_ID = '000000000000';

const PYTHON_SOURCES = join(import.meta.dirname, '..', 'python');

/** Settings of an engine. */
export interface EngineSettings {
  /** State of all services, certificate, log and temporary files. Made when missing. */
  readonly stateDirectory: string;
  /** One JSON line is appended to this file for every AWS call whose permission was decided (format: README.md). */
  readonly recordCallsTo?: string;
  /** At most so many function processes are kept warm. Default 36; 0: no bound. */
  readonly warmWorkers?: number;
  /** Seconds between two snapshots of the state: what a `kill -9` may lose. Default 5. */
  readonly snapshotSeconds?: number;
  /** Factor on the waits, retry delays and machine timeouts of workflows, not on task timeouts. Default 1. */
  readonly waitScale?: number;
  /** Names of patches to leave out, to see whether they are still needed. */
  readonly withoutMends?: readonly string[];
  /** Seconds before the first retry of an asynchronous invocation; AWS waits a minute. Default 1. */
  readonly asyncRetrySeconds?: number;
}

/**
 * Folder into which the engine unpacks functions: outside the project, so that a function can not use node_modules that it forgot to
 * bundle.
 */
export const temporaryDirectoryOf = (stateDirectory: string): string =>
  join(tmpdir(), `waypost-${createHash('sha256').update(stateDirectory).digest('hex').slice(0, 12)}`);

/** The engine's whole environment. Nothing of the caller's is passed on, since functions inherit the engine's. */
export function engineEnvironment(
  settings: EngineSettings,
  { port, nodeDirectory, certificate }: { port: number; nodeDirectory: string; certificate: Certificate },
): Record<string, string> {
  const { stateDirectory, recordCallsTo } = settings;
  return {
    PATH: [nodeDirectory, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: stateDirectory,
    TMPDIR: temporaryDirectoryOf(stateDirectory),
    PYTHONPATH: PYTHON_SOURCES,
    PYTHONDONTWRITEBYTECODE: '1',
    AUTH: 'true',
    USE_SSL: '1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1', // in queue URLs, which then fit the endpoint
    GATEWAY_PORT: String(port),
    LOG_LEVEL: 'WARNING',
    PERSIST_STATE: '1',
    STATE_DIR: join(stateDirectory, 'services'),
    S3_PERSIST: '1',
    S3_DATA_DIR: join(stateDirectory, 's3'),
    MINISTACK_REGION: REGION,
    MINISTACK_SSL_CERT: certificate.certificateFile,
    MINISTACK_SSL_KEY: certificate.keyFile,
    // Many small functions: what each keeps for its garbage would be most of the stage's memory.
    NODE_OPTIONS: '--max-semi-space-size=1 --max-old-space-size=40',
    MALLOC_ARENA_MAX: '2',
    MALLOC_TRIM_THRESHOLD_: '65536',
    WORKERS_PER_FUNCTION: '8', // what one function's calls at once may take of both cores
    MINISTACK_WORKER_THREADS: '256', // each running function holds one, and so does each call that waits for a function
    LAMBDA_WARM_TTL_SECONDS: '30',
    WARM_WORKERS: String(settings.warmWorkers ?? 36),
    SNAPSHOT_SECONDS: String(settings.snapshotSeconds ?? 5),
    SFN_WAIT_SCALE: String(settings.waitScale ?? 1),
    LAMBDA_ASYNC_RETRY_BASE_SECONDS: String(settings.asyncRetrySeconds ?? 1),
    WAYPOST_END_WITH_PARENT: '1',
    WAYPOST_WITHOUT_PATCHES: (settings.withoutMends ?? []).join(','),
    ...(recordCallsTo === undefined ? {} : { WAYPOST_RECORD_CALLS: recordCallsTo }),
  };
}

/** Environment by which SDK clients, the CDK CLI and other tools find the engine, and no other endpoint. */
export function clientEnvironment(endpoint: string, caFile: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CA_BUNDLE: caFile,
    NODE_EXTRA_CA_CERTS: caFile,
    CDK_DEFAULT_ACCOUNT: ACCOUNT_ID,
    CDK_DEFAULT_REGION: REGION,
  };
}
