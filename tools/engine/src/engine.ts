import type { ChildProcess } from 'node:child_process';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { diskFull, isDiskFull, saysDiskFull } from '@waypost/python-tools';
import { certificateIn } from './certificate.ts';
import { becomesReady, endProcess, lastLines, spawnEngine } from './engine-process.ts';
import {
  ACCOUNT_ID,
  clientEnvironment,
  engineEnvironment,
  REGION,
  temporaryDirectoryOf,
  type EngineSettings,
} from './environment.ts';
import { alreadyRunning, startFailed } from './errors.ts';
import { engineEnvironmentOf, installEngine } from './install.ts';
import { nodeDirectory } from './node-directory.ts';
import { portOf } from './ports.ts';
import { runningEngine, STATE_LOCKED_EXIT_CODE } from './state-lock.ts';

export interface EngineOptions extends EngineSettings {
  /** Folder of the engine, as passed to {@link installEngine}. */
  readonly directory: string;
  /** Port on 127.0.0.1; 0 or absent: the one that the state was made on, or a free one for a new state. */
  readonly port?: number;
  /** File to which the engine's log is appended. Default: `engine.log` in the state directory. */
  readonly logFile?: string;
}

/** An engine that answers. */
export interface Engine {
  /** `https://127.0.0.1:<port>`; an address, not a name, so that S3 clients use paths. */
  readonly endpoint: string;
  /** PEM file of the certificate to trust. */
  readonly caFile: string;
  readonly region: string;
  readonly accountId: string;
  readonly pid: number;
  /** Environment for SDK clients, the CDK CLI and tools that talk to the engine. */
  readonly environment: Readonly<Record<string, string>>;
  /** Clean stop: the state is saved and no process is left. */
  stop(): Promise<void>;
}

const removeTemporaryFiles = (stateDirectory: string): Promise<void> =>
  rm(temporaryDirectoryOf(stateDirectory), { recursive: true, force: true });

async function prepareStateDirectory(stateDirectory: string): Promise<void> {
  await mkdir(stateDirectory, { recursive: true });
  await removeTemporaryFiles(stateDirectory); // of an engine that was killed
  await mkdir(temporaryDirectoryOf(stateDirectory), { recursive: true });
}

async function failure(child: ChildProcess, options: EngineOptions, logFile: string, logStart: number): Promise<Error> {
  const told = await lastLines(logFile, logStart);
  if (child.exitCode === STATE_LOCKED_EXIT_CODE) {
    return alreadyRunning(options.stateDirectory, (await runningEngine(options.stateDirectory)) ?? 0);
  }
  return saysDiskFull(told) ? diskFull(options.stateDirectory) : startFailed(logFile, told);
}

async function launch(options: EngineOptions): Promise<Engine> {
  const { stateDirectory } = options;
  const running = await runningEngine(stateDirectory);
  if (running !== undefined) throw alreadyRunning(stateDirectory, running);
  await installEngine(options.directory);
  await prepareStateDirectory(stateDirectory);
  const port = await portOf(stateDirectory, options.port);
  const certificate = await certificateIn(stateDirectory);
  const environment = engineEnvironment(options, { port, nodeDirectory: await nodeDirectory(), certificate });
  const logFile = options.logFile ?? join(stateDirectory, 'engine.log');
  const logStart = await stat(logFile).then(
    (file) => file.size,
    () => 0,
  );
  const python = join(await engineEnvironmentOf(options.directory), 'bin', 'python');
  const child = spawnEngine(python, environment, logFile);
  const endpoint = `https://127.0.0.1:${port}`;
  const caFile = certificate.certificateFile;
  if (!(await becomesReady(child, endpoint, caFile, logFile))) throw await failure(child, options, logFile, logStart);
  return {
    endpoint,
    caFile,
    region: REGION,
    accountId: ACCOUNT_ID,
    pid: child.pid ?? 0,
    environment: clientEnvironment(endpoint, caFile),
    stop: async () => {
      await endProcess(child);
      await removeTemporaryFiles(stateDirectory);
    },
  };
}

/**
 * Starts the engine on a state directory, with what was there before, and resolves when it answers. It runs until `stop()`,
 * or until this process ends.
 *
 * @throws EngineError with what failed and what to do: see errors.ts.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const stateDirectory = resolve(options.stateDirectory);
  try {
    return await launch({ ...options, stateDirectory });
  } catch (error) {
    throw isDiskFull(error) ? diskFull(stateDirectory, error) : error;
  }
}
