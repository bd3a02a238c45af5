import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const SampleUser = z.object({ email: z.string(), password: z.string() });
export type SampleUser = z.infer<typeof SampleUser>;

/** Content of the stage file, `.local/stage.json`, for tests and tools. */
export const StageFile = z.object({
  stage: z.string(),
  region: z.string(),
  accountId: z.string(),
  /** URL of the AWS APIs; absent for a stage in an account. */
  endpoint: z.string().optional(),
  /** PEM file of the certificate to trust. */
  caFile: z.string().optional(),
  urls: z.object({ storefront: z.string().optional(), console: z.string().optional(), api: z.string() }),
  services: z.record(z.string(), z.object({ apiUrl: z.string() })),
  users: z.object({ shopper: SampleUser, secondShopper: SampleUser, operator: SampleUser }),
  identity: z.object({ userPoolId: z.string(), clientId: z.string() }),
});
export type StageFile = z.infer<typeof StageFile>;

/** The file that `WAYPOST_STAGE_FILE` names, else `.local/stage.json` of the checkout. */
export function stageFilePath(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['WAYPOST_STAGE_FILE'] ?? join(dirname(dirname(dirname(import.meta.dirname))), '.local/stage.json');
}

/** @throws Error that says what to do, when no stage is running. */
export function readStageFile(path: string = stageFilePath()): StageFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`No stage is running: there is no ${path}. Start one by npm start.`, { cause });
  }
  return StageFile.parse(JSON.parse(text));
}
