import { join } from 'node:path';
import { installPython, virtualEnvironmentOf } from '@waypost/python-tools';

const REQUIREMENTS_FILE = join(import.meta.dirname, '..', 'python', 'requirements.txt');

/** Returns the folder of the engine's virtual environment, below the directory given to {@link installEngine}. */
export const engineEnvironmentOf = (directory: string): Promise<string> =>
  virtualEnvironmentOf(directory, REQUIREMENTS_FILE);

/**
 * Installs the engine into a virtual environment below `directory`. Does nothing if it is installed.
 *
 * @throws InstallationError without Python 3.10, the venv module, disk space or the package index.
 */
export async function installEngine(directory: string): Promise<void> {
  await installPython(directory, REQUIREMENTS_FILE);
}
