import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const PAGE = resolve(import.meta.dirname, '../../../docs/benchmarks.md');

export const sections = {
  cold: 'Bundles and cold initialisation',
  cost: 'What an order costs',
  trips: 'What a trip takes',
  ledger: 'The ledger',
  speed: 'Speed and size of the local stage',
} as const;
export type Section = keyof typeof sections;

const marks = (section: Section) => [`<!-- ${section} -->`, `<!-- /${section} -->`] as const;

function emptyPage(): string {
  const parts = Object.entries(sections).map(
    ([section, title]) => `## ${title}\n\n<!-- ${section} -->\n<!-- /${section} -->\n`,
  );
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench` (one part: `npm run bench -- cold`, `cost`, `trips`, `ledger` or `speed`). Tests measure no time; these figures are',
    'from one machine on one day. Compare them with each other only.',
    '',
    parts.join('\n'),
  ].join('\n');
}

/** Puts figures into their section of `docs/benchmarks.md`, and leaves the other sections. */
export async function writeSection(section: Section, machine: string, text: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8').catch(() => emptyPage());
  await mkdir(dirname(PAGE), { recursive: true });
  await writeFile(PAGE, replaced(page, section, `\n${text}\n\nMeasured on ${machine}.\n`));
}

/** @throws Error when the page has no such section any more. */
export function replaced(page: string, section: Section, text: string): string {
  const [begin, end] = marks(section);
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has lost the marks of its section ${section}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}
