import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runTool } from './run-tool.ts';

const cli = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin/cdk');

export interface CdkRun {
  readonly doing: string;
  readonly args: readonly string[];
  /** The folder of the app. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

export const cdkArguments = (args: readonly string[]): string[] => [cli, ...args, '--no-notices', '--no-color'];

/** The CDK CLI runs without prompts and notices. */
export const cdkEnvironment = { CI: '1', CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: '1' };

/** @throws StageError with the CLI's last words. */
export async function runCdk({ args, environment, ...rest }: CdkRun): Promise<void> {
  await runTool({
    ...rest,
    command: process.execPath,
    args: cdkArguments(args),
    env: { ...process.env, ...environment, ...cdkEnvironment },
  });
}
