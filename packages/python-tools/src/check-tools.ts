import { join, resolve } from 'node:path';
import { installPython } from './install-python.ts';

const ENVIRONMENTS = resolve(import.meta.dirname, '../../../.local/python');
const REQUIREMENTS_FILE = join(import.meta.dirname, '..', 'python', 'requirements.txt');

/**
 * Installs the Python tools of the checks, cfn-lint and schemathesis. Does nothing if they are installed.
 *
 * @returns the folder of their programs
 * @throws InstallationError without Python 3.10, the venv module, disk space or the package index.
 */
export const installCheckTools = async (): Promise<string> =>
  join(await installPython(ENVIRONMENTS, REQUIREMENTS_FILE), 'bin');
