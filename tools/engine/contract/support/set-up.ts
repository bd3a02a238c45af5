import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { startEngine, trustCertificate } from '../../src/index.ts';
import { definitions } from '../stacks/index.ts';
import { defineRestart } from '../stacks/restart.ts';
import { engineDirectory, onRealAccount, stateDirectoryOf, withoutMends } from './account.ts';
import { deployStacks } from './deploy.ts';
import { synthesize } from './synthesize.ts';
import { tearDown } from './tear-down.ts';

async function startOwnEngine(stateDirectory: string): Promise<() => Promise<void>> {
  const engine = await startEngine({
    directory: engineDirectory,
    stateDirectory,
    recordCallsTo: join(stateDirectory, 'calls.jsonl'),
    asyncRetrySeconds: 0.5,
    withoutMends,
  });
  Object.assign(process.env, engine.environment);
  trustCertificate(engine.caFile);
  return () => engine.stop();
}

/** Deploys every stack of the suite once, to an engine of its own or to the account of the environment. Returns the teardown. */
export default async function setUp(): Promise<() => Promise<void>> {
  const directory = stateDirectoryOf(randomUUID());
  await mkdir(directory, { recursive: true });
  const stopEngine = onRealAccount ? async () => {} : await startOwnEngine(directory);
  const outputs = await deployStacks(new CloudFormationClient(), synthesize(definitions));
  const outputsFile = join(directory, 'outputs.json');
  await writeFile(outputsFile, JSON.stringify(outputs));
  process.env['WAYPOST_CONTRACT_OUTPUTS'] = outputsFile;
  const restartTemplates = join(directory, 'restart.json');
  await writeFile(restartTemplates, JSON.stringify(synthesize([defineRestart])));
  process.env['WAYPOST_CONTRACT_RESTART'] = restartTemplates;
  process.env['WAYPOST_CONTRACT_CALLS'] = join(directory, 'calls.jsonl');
  return () => tearDown({ directory, stopEngine });
}
