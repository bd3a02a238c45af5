import { rm } from 'node:fs/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { definitions } from '../stacks/index.ts';
import { onRealAccount } from './account.ts';
import { deleteStacks } from './deploy.ts';
import { currentRun } from './run.ts';
import { synthesize } from './synthesize.ts';

/** Leaves nothing behind: no stack in an account, no engine, no files. */
export default async function tearDown(): Promise<void> {
  if (onRealAccount) {
    await deleteStacks(new CloudFormationClient(), Object.keys(synthesize(definitions)));
  }
  await currentRun()?.stopEngine();
  const directory = currentRun()?.directory;
  if (directory !== undefined) await rm(directory, { recursive: true, force: true });
}
