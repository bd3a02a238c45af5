import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContract, EventContract } from '@waypost/contracts';

const SOURCES = join(import.meta.dirname, '../src');

/** A comment right above a contract's definition, and the name that the definition gives. */
const DEFINITION =
  /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const \w+ = define(?:Event|Command)\(\{([^]*?)version: (\d+)/g;

/** A comment's sentences on one line, without its stars. */
const sentences = (comment: string): string =>
  comment
    .replaceAll(/^\s*\*\s?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const keyOf = (owner: string, name: string, version: string | number): string => `${owner}/${name}.v${version}`;

/** Descriptions of events and commands, from the comments of the sources. */
export function readSummaries(folder: string = SOURCES): ReadonlyMap<string, string> {
  const summaries = new Map<string, string>();
  for (const path of globSync('**/*.ts', { cwd: folder })) {
    for (const [, comment = '', head = '', version = ''] of readFileSync(join(folder, path), 'utf8').matchAll(
      DEFINITION,
    )) {
      const owner = /owner: '([^']+)'/.exec(head)?.[1] ?? '';
      const name = /name: '([^']+)'/.exec(head)?.[1] ?? '';
      summaries.set(keyOf(owner, name, version), sentences(comment));
    }
  }
  return summaries;
}

/** @throws Error when nothing stands above the contract's definition. */
export function summaryOf(summaries: ReadonlyMap<string, string>, contract: EventContract | CommandContract): string {
  const key = keyOf(contract.owner, contract.name, contract.version);
  const summary = summaries.get(key);
  if (!summary) throw new Error(`${key} has no comment that says what it is`);
  return summary;
}
