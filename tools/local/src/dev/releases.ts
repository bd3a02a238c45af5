import { LambdaClient } from '@aws-sdk/client-lambda';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { projectRoot } from '../layout.ts';
import { clientOptions } from '../target.ts';
import type { Target } from '../target.ts';
import { updateFunction } from './update-function.ts';

/** A function as `npm run dev` knows it. */
export interface ReleasedFunction {
  readonly service: string;
  readonly name: string;
}

const Released = z.array(z.object({ service: z.string(), name: z.string() }));

export async function released(file: string): Promise<readonly ReleasedFunction[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return Released.parse(JSON.parse(text));
}

/** Remembers functions whose code was changed behind their stacks' back. */
export async function rememberReleases(file: string, functions: readonly ReleasedFunction[]): Promise<void> {
  const all = [...(await released(file)), ...functions.map(({ service, name }) => ({ service, name }))];
  const distinct = new Map(all.map((each) => [`${each.service}/${each.name}`, each]));
  await writeFile(file, JSON.stringify([...distinct.values()]));
}

/** Puts what is in the folder of a function's bundle onto the stage. */
export async function releaseFunction(
  target: Target,
  { service, name, folder }: ReleasedFunction & { readonly folder: string },
): Promise<void> {
  await updateFunction(new LambdaClient(clientOptions(target)), `waypost-local-${service}-${name}`, folder);
}

/**
 * Deploys the current code of functions that `npm run dev` changed: a template that is the same as before would change
 * nothing.
 */
export async function recallReleases(target: Target, file: string): Promise<void> {
  const functions = await released(file);
  const bundleOf = ({ service, name }: ReleasedFunction) => join(projectRoot, 'services', service, 'dist', name);
  await Promise.all(
    functions.map((each) => releaseFunction(target, { ...each, folder: bundleOf(each) }).catch(() => undefined)),
  );
  await rm(file, { force: true });
}
