// npm run check:docs: checks that pages match the sources and that links work. With --write, it updates their code.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectRoot, untilInterrupted } from '@waypost/local';
import * as z from 'zod';
import { drawPage, falseClaims, flawsOfPattern } from './pages.ts';
import { run } from './run.ts';

const FOLDERS = '{apps,docs,infra,packages,services,tests,tools}';
const files = (name: string) =>
  globSync([name, `${FOLDERS}/**/${name}`], {
    cwd: projectRoot,
    exclude: (path) => path.includes('node_modules'),
  }).toSorted();

const readIn = (folder: string) => (path: string) => {
  const file = join(projectRoot, folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
const read = readIn('.');

const Package = z.object({ scripts: z.record(z.string(), z.string()).default({}) });
const scripts = files('package.json').flatMap((path) =>
  Object.keys(Package.parse(JSON.parse(read(path) ?? '')).scripts),
);

const PATTERNS = 'docs/patterns';
const INDEX = `${PATTERNS}/README.md`;

function checkPage(path: string, write: boolean): readonly string[] {
  const before = read(path) ?? '';
  const { page, problems } = drawPage(before, read);
  if (write && page !== before) writeFileSync(join(projectRoot, path), page);
  const stale = !write && page !== before ? ['its code is not that of the source: npm run check:docs -- --write'] : [];
  const claims = falseClaims(page, { read: readIn(dirname(path)), scripts });
  const isPattern = dirname(path) === PATTERNS && path !== INDEX;
  const flaws = isPattern ? flawsOfPattern(page, { file: basename(path), index: read(INDEX) ?? '' }) : [];
  return [...problems, ...stale, ...claims, ...flaws];
}

await untilInterrupted(async (signal) => {
  const write = process.argv.includes('--write');
  const problems = files('*.md').flatMap((path) => checkPage(path, write).map((problem) => `${path}: ${problem}`));
  for (const problem of problems) console.error(problem);
  const links = await run('remark', ['--frail', '--quiet', '--no-stdout', '.'], { cwd: projectRoot, signal });
  if (links.code !== 0) console.error(links.output);
  if (problems.length > 0 || links.code !== 0) process.exitCode = 1;
});
