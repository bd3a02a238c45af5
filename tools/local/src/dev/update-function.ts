import { PublishVersionCommand, UpdateAliasCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { zipSync } from 'fflate';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder's files as Lambda takes code. Stored, not compressed: it goes no further than this machine. */
export async function zipOf(folder: string): Promise<Uint8Array> {
  const names = (await readdir(folder)).toSorted();
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
  return zipSync(Object.fromEntries(files), { level: 0 });
}

/**
 * Puts new code behind the alias that everybody invokes, as a deployment would: new code, a version of it, the alias on it.
 * The stack learns of it with its next deployment, whose assets then differ anyway.
 */
export async function updateFunction(lambda: LambdaClient, functionName: string, folder: string): Promise<void> {
  const code = { FunctionName: functionName, ZipFile: await zipOf(folder) };
  await lambda.send(new UpdateFunctionCodeCommand(code));
  const { Version } = await lambda.send(new PublishVersionCommand({ FunctionName: functionName }));
  const alias = { FunctionName: functionName, Name: 'live', FunctionVersion: Version };
  await lambda.send(new UpdateAliasCommand(alias));
}
