import { dirname, join } from 'node:path';
import { noNode } from './errors.ts';
import { runCommand, type RunCommand } from '@waypost/python-tools';

const INSTALLED_BY_THE_PROJECT = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.bin');

/**
 * The folder whose `node` is version 24, the functions' runtime: this process's own, or the one that the project installs.
 *
 * @throws EngineError when neither is.
 */
export async function nodeDirectory(run: RunCommand = runCommand): Promise<string> {
  for (const directory of [dirname(process.execPath), INSTALLED_BY_THE_PROJECT]) {
    const { output } = await run(join(directory, 'node'), ['--version']);
    if (output.startsWith('v24.')) return directory;
  }
  throw noNode();
}
