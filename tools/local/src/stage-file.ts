import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { StageFile as AnyStageFile } from '@waypost/test-kit';
import type * as z from 'zod';
import { stageNotRunning } from './stage-error.ts';

/** What a stage started here tells tests and tools, in `.local/stage.json`: it always has an endpoint of its own. */
export const StageFile = AnyStageFile.required({ endpoint: true });
export type StageFile = z.infer<typeof StageFile>;

/** Written whole or not at all, since its appearance tells that the stage is ready. */
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
 * The environment in which SDK clients, the CDK CLI and other tools find the stage. A person who brought their own endpoint
 * (AWS_ENDPOINT_URL) brought their credentials too; else they are those of the engine's root.
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
