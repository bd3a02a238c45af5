// npm run deploy -- --stage sandbox, npm run destroy -- --stage sandbox: the same stacks in an account, by the AWS
// credentials of the shell. Other arguments go to the CDK CLI.
import { join } from 'node:path';
import { accountArguments } from './arguments.ts';
import { cdkArguments, cdkEnvironment } from './cdk.ts';
import { layoutOf, localDirectory, projectRoot } from './layout.ts';
import { runHere } from './run-here.ts';
import { describeError } from './stage-error.ts';

async function run(): Promise<number> {
  const { action, stage, rest } = accountArguments(process.argv.slice(2));
  if (action === 'deploy') {
    const built = await runHere('turbo', ['run', 'build', '--output-logs=errors-only'], {}, projectRoot);
    if (built !== 0) return built;
  }
  const { assembly } = layoutOf(join(localDirectory, stage));
  const how = action === 'deploy' ? ['--concurrency', '8', '--progress', 'events'] : ['--force', '--concurrency', '8'];
  const args = [action, '--all', ...how, '--app', 'node app.ts', '--output', assembly, ...rest];
  const environment = { ...cdkEnvironment, CI: process.env['CI'], WAYPOST_STAGE: stage };
  return runHere(process.execPath, cdkArguments(args), environment, join(projectRoot, 'infra'));
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
