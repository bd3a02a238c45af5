import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { formatted } from '../generated-files.ts';
import { breakingChanges } from './compare-contracts.ts';
import { PublishedContract, type Publication } from './published-contract.ts';

/** The folder of what was published. */
export const BASELINE = join(import.meta.dirname, '../../baseline');

const BaselineFile = z.record(z.string(), PublishedContract);

/** Reads the published contracts from the folder's files, one per owner. */
export function readBaseline(folder: string = BASELINE): Publication {
  const files = globSync('*.json', { cwd: folder }).toSorted();
  return Object.assign(
    {},
    ...files.map((file) => BaselineFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
  );
}

/** The files of a publication: path below the checkout → text. */
export async function baselineFiles(publication: Publication): Promise<ReadonlyMap<string, string>> {
  const byOwner = Object.groupBy(Object.entries(publication), ([name]) => name.split('/')[0] ?? '');
  return new Map(
    await Promise.all(
      Object.entries(byOwner).map(async ([owner, contracts = []]) => {
        const path = `packages/contracts/baseline/${owner}.json`;
        return [path, await formatted(path, JSON.stringify(Object.fromEntries(contracts), null, 2))] as const;
      }),
    ),
  );
}

/**
 * Next baseline, and the breaking changes that prevent it. Retired contracts are removed first, by name: only for
 * contracts without consumers.
 */
export function nextPublication(
  published: Publication,
  current: Publication,
  retired: readonly string[],
): { readonly publication: Publication; readonly breaks: readonly string[] } {
  const kept = Object.fromEntries(Object.entries(published).filter(([name]) => !retired.includes(name)));
  return { publication: current, breaks: breakingChanges(kept, current) };
}
