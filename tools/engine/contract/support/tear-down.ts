import { rm } from 'node:fs/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { definitions } from '../stacks/index.ts';
import { onRealAccount } from './account.ts';
import { deleteStacks } from './deploy.ts';
import { synthesize } from './synthesize.ts';

/** The directory and the engine of a run of the suite. */
interface Run {
  readonly directory: string;
  readonly stopEngine: () => Promise<void>;
}

/** Deletes the stacks from an account, or stops the engine, and removes the run's files. */
export async function tearDown({ directory, stopEngine }: Run): Promise<void> {
  if (onRealAccount) await deleteStacks(new CloudFormationClient(), Object.keys(synthesize(definitions)));
  await stopEngine();
  await rm(directory, { recursive: true, force: true });
}
