// Compares the grants of a stage's stacks with the calls of its tests. Needs WAYPOST_RECORDED_CALLS: the file of
// recorded calls; the stage's templates are in `cdk.out` next to it.
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describeFinding, unexplained } from './finding.ts';
import { iamExceptions } from './iam-exceptions.ts';
import { iamUse, RecordedCall } from './iam-use.ts';
import { parseTemplate, type SynthesizedStack } from './template.ts';

const TEMPLATE = '.template.json';

async function stacksIn(assembly: string): Promise<readonly SynthesizedStack[]> {
  const files = (await readdir(assembly)).filter((file) => file.endsWith(TEMPLATE));
  return Promise.all(
    files.map(async (file) => {
      const templateFile = join(assembly, file);
      const template = parseTemplate(JSON.parse(await readFile(templateFile, 'utf8')));
      return { name: basename(file, TEMPLATE), template, templateFile, below: new Set<string>() };
    }),
  );
}

/** Authorized and denied calls. The file also has lines with capacity. */
async function callsIn(file: string): Promise<readonly RecordedCall[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('"decision"'));
  return lines.map((line) => RecordedCall.parse(JSON.parse(line)));
}

const recorded = process.env['WAYPOST_RECORDED_CALLS'];
if (recorded === undefined) throw new Error('WAYPOST_RECORDED_CALLS names no file of recorded calls');
const [stacks, calls] = await Promise.all([stacksIn(join(dirname(recorded), 'cdk.out')), callsIn(recorded)]);
const findings = unexplained(iamUse(stacks, calls), iamExceptions);
for (const finding of findings) console.error(describeFinding(finding));
if (findings.length > 0) process.exitCode = 1;
else console.log(`${stacks.length} stacks grant what ${calls.length} calls needed`);
