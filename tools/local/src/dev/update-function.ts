import { PublishVersionCommand, UpdateAliasCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { zipSync } from 'fflate';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of a folder as a code archive of Lambda, without compression, since it stays on this machine. */
export async function zipOf(folder: string): Promise<Uint8Array> {
  const names = (await readdir(folder)).toSorted();
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
  return zipSync(Object.fromEntries(files), { level: 0 });
}

/**
 * Deploys new code behind the function's alias: new code, a new version, and the alias on it. The stack's next
 * deployment replaces it, since its assets differ.
 */
export async function updateFunction(lambda: LambdaClient, functionName: string, folder: string): Promise<void> {
  const code = { FunctionName: functionName, ZipFile: await zipOf(folder) };
  await lambda.send(new UpdateFunctionCodeCommand(code));
  const { Version } = await lambda.send(new PublishVersionCommand({ FunctionName: functionName }));
  const alias = { FunctionName: functionName, Name: 'live', FunctionVersion: Version };
  await lambda.send(new UpdateAliasCommand(alias));
}
