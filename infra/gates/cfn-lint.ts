import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { installCheckTools } from '@waypost/python-tools';
import * as z from 'zod';
import type { Finding } from './finding.ts';
import type { SynthesizedStack } from './template.ts';

const REGION = 'us-east-1';

const Match = z.looseObject({
  Filename: z.string(),
  Level: z.string(),
  Message: z.string(),
  Rule: z.looseObject({ Id: z.string() }),
  Location: z.looseObject({ Path: z.array(z.union([z.string(), z.number()])).nullish() }),
});

/**
 * Returns the findings of cfn-lint in templates, errors and warnings alike. Installs cfn-lint at its first use. @throws
 * InstallationError if it can't be installed, Error if it can't run.
 */
export async function lintFindings(stacks: readonly SynthesizedStack[]): Promise<readonly Finding[]> {
  const files = stacks.map(({ templateFile }) => templateFile);
  const printed = await run(join(await installCheckTools(), 'cfn-lint'), [
    '--format=json',
    `--regions=${REGION}`,
    '--',
    ...files,
  ]);
  return z
    .array(Match)
    .parse(JSON.parse(printed))
    .map((match) => findingOf(match, stacks));
}

function findingOf(match: z.infer<typeof Match>, stacks: readonly SynthesizedStack[]): Finding {
  const path = match.Location.Path ?? [];
  return {
    rule: match.Rule.Id,
    stack: stacks.find(({ templateFile }) => templateFile === match.Filename)?.name ?? match.Filename,
    resource: String((path[0] === 'Resources' ? path[1] : path[0]) ?? 'template'),
    message: `${match.Level}: ${match.Message} (${path.join('/')})`,
  };
}

/** Runs a linter. Its exit code reports findings and failures alike, so its output decides. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(program, [...args], { maxBuffer: 64 * 1024 * 1024 }, (error, printed, complaint) => {
      if (printed.trimStart().startsWith('[')) done(printed);
      else fail(new Error(`cfn-lint did not run: ${complaint || error?.message || 'it printed nothing'}`));
    });
  });
}
