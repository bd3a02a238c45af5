import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { StageFile as AnyStageFile } from '@waypost/test-kit';
import type * as z from 'zod';
import { stageNotRunning } from './stage-error.ts';

/** Content of `.local/stage.json`, by which tests and tools find a running local stage. It always has an endpoint. */
export const StageFile = AnyStageFile.required({ endpoint: true });
export type StageFile = z.infer<typeof StageFile>;

/** Written atomically, since its existence means that the stage is ready. */
export async function writeStageFile(path: string, stage: StageFile): Promise<void> {
  await writeFile(`${path}.part`, `${JSON.stringify(stage, null, 2)}\n`);
  await rename(`${path}.part`, path);
}

/** @throws StageError when no stage is running. */
export async function readStageFile(path: string): Promise<StageFile> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw stageNotRunning();
  return StageFile.parse(JSON.parse(text));
}

export async function removeStageFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

/**
 * Environment by which SDK clients, the CDK CLI and other tools find the stage. Users with an endpoint of their own
 * (AWS_ENDPOINT_URL) also have their own credentials; otherwise they are those of the engine's root user.
 */
export function environmentOf(stage: StageFile): Record<string, string> {
  const { endpoint, region, accountId, caFile } = stage;
  const own = process.env['AWS_ENDPOINT_URL'] === endpoint;
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    CDK_DEFAULT_ACCOUNT: accountId,
    CDK_DEFAULT_REGION: region,
    ...(caFile !== undefined && { NODE_EXTRA_CA_CERTS: caFile, AWS_CA_BUNDLE: caFile }),
    ...(!own && { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: '', AWS_PROFILE: '' }),
  };
}
