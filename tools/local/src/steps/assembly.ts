import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientOptions } from '../target.ts';
import type { Target } from '../target.ts';

const describesDeployment = (name: string): boolean => /\.(template|assets)\.json$/.test(name);

/**
 * Fingerprint of the synthesized templates and, by the hashes in them, of every asset. Equal deployments have equal
 * fingerprints.
 */
export async function fingerprintOf(assembly: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(assembly)).filter(describesDeployment).toSorted();
  for (const name of names) hash.update(name).update(await readFile(join(assembly, name)));
  return hash.digest('hex');
}

const stacksIn = async (assembly: string): Promise<string[]> =>
  (await readdir(assembly)).flatMap((name) => (name.endsWith('.template.json') ? [name.slice(0, -14)] : []));

/**
 * Reports whether the target has exactly these templates: the last deployment recorded them, and every stack exists.
 */
export async function isDeployed(target: Target, assembly: string, mark: string): Promise<boolean> {
  const marked = await readFile(mark, 'utf8').catch(() => '');
  if (marked !== (await fingerprintOf(assembly))) return false;
  const cloudFormation = new CloudFormationClient(clientOptions(target));
  const standing = (await stacksIn(assembly)).map(async (StackName) => {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    return Stacks?.some(({ StackStatus = '' }) => /^(CREATE|UPDATE)_COMPLETE$/.test(StackStatus)) ?? false;
  });
  return (await Promise.all(standing).catch(() => [false])).every(Boolean);
}

export async function markDeployed(assembly: string, mark: string): Promise<void> {
  await writeFile(mark, await fingerprintOf(assembly));
}
