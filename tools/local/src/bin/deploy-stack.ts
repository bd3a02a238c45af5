#!/usr/bin/env node
// Deploys the calling service alone, by its own app.ts, onto the running local stage. Arguments go to the CDK CLI.
import { basename, join } from 'node:path';
import { cdkArguments, cdkEnvironment } from '../cdk.ts';
import { layoutOf, localDirectory } from '../layout.ts';
import { runHere } from '../run-here.ts';
import { describeError } from '../stage-error.ts';
import { environmentOf, readStageFile } from '../stage-file.ts';

const layout = layoutOf(localDirectory);
const service = basename(process.cwd());

try {
  const stage = await readStageFile(process.env['WAYPOST_STAGE_FILE'] ?? layout.stageFile);
  const assembly = join(localDirectory, 'cdk.out.alone', service);
  // Its template is what npm start deploys, without what the CLI would add to it.
  const plain = ['--no-path-metadata', '--no-asset-metadata', '--no-version-reporting'];
  const app = ['--app', 'node app.ts', '--output', assembly];
  const args = ['deploy', '--all', '--require-approval', 'never', ...plain, ...app];
  process.exitCode = await runHere(process.execPath, cdkArguments([...args, ...process.argv.slice(2)]), {
    ...environmentOf(stage),
    ...cdkEnvironment,
    WAYPOST_STAGE: stage.stage,
  });
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
