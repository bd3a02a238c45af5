/** `npm run schemas`: writes everything that is generated; `-- --publish [--retire <name>]` moves the baseline on. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { BASELINE, baselineFiles, nextPublication, readBaseline } from './compatibility/baseline.ts';
import { currentPublication } from './compatibility/published-contract.ts';
import { generatedFiles, ROOT, staleFiles } from './generated-files.ts';

const { values: options } = parseArgs({
  options: {
    publish: { type: 'boolean', default: false },
    retire: { type: 'string', multiple: true, default: [] },
  },
});

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
}

async function writeGenerated(): Promise<void> {
  const files = await generatedFiles();
  const stale = staleFiles(files);
  for (const path of stale.filter((orphan) => !files.has(orphan))) rmSync(join(ROOT, path));
  write(files);
  for (const path of stale) console.log(files.has(path) ? `written  ${path}` : `removed  ${path}`);
  console.log(`${files.size} files, ${stale.length} changed`);
}

async function publish(): Promise<void> {
  const { publication, breaks } = nextPublication(readBaseline(), currentPublication(), options.retire);
  if (breaks.length > 0) {
    console.error(`Not published. These changes break what others rely on; make a new version beside the old one:\n`);
    for (const line of breaks) console.error(`  ${line}`);
    process.exitCode = 1;
    return;
  }
  const files = await baselineFiles(publication);
  rmSync(BASELINE, { recursive: true, force: true });
  write(files);
  console.log(`Published: ${Object.keys(publication).length} contracts of ${files.size} owners`);
}

await writeGenerated();
if (options.publish) await publish();
