import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFull, installFailed, isDiskFull, noPython, noVenvModule, saysDiskFull } from './errors.ts';
import { runCommand, type RunCommand } from './run-command.ts';

const PYTHON_NAMES = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const IS_NEW_ENOUGH = 'import sys; sys.exit(0 if sys.version_info >= (3, 10) else 1)';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Returns the folder of the virtual environment for exactly these requirements. */
export async function virtualEnvironmentOf(directory: string, requirementsFile: string): Promise<string> {
  const requirements = await readFile(requirementsFile);
  return join(directory, createHash('sha256').update(requirements).digest('hex').slice(0, 16));
}

async function findPython(run: RunCommand): Promise<string> {
  for (const name of PYTHON_NAMES) {
    if ((await run(name, ['-c', IS_NEW_ENOUGH])).code === 0) return name;
  }
  throw noPython();
}

async function makeVirtualEnvironment(target: string, requirementsFile: string, run: RunCommand): Promise<void> {
  const python = await findPython(run);
  // Debian has the module in Python but what it needs in a package of its own.
  if ((await run(python, ['-c', 'import venv, ensurepip'])).code !== 0) throw noVenvModule(python);
  const made = await run(python, ['-m', 'venv', target]);
  if (saysDiskFull(made.output)) throw diskFull(target);
  if (made.code !== 0) throw noVenvModule(python);
  const options = ['--require-hashes', '--no-input', '--disable-pip-version-check', '--quiet'];
  const pip = join(target, 'bin', 'python');
  const installed = await run(pip, ['-m', 'pip', 'install', ...options, '-r', requirementsFile]);
  if (saysDiskFull(installed.output)) throw diskFull(target);
  if (installed.code !== 0) throw installFailed(installed.output);
}

/**
 * Installs Python packages, hash-checked, into a virtual environment below `directory` that is keyed by the requirements.
 * Does nothing if it is installed. An interrupted installation is repeated.
 *
 * @param requirementsFile every package with its exact version and hashes
 * @returns the folder of the virtual environment; programs are in its `bin`
 * @throws InstallationError without Python 3.10, the venv module, disk space or the package index.
 */
export async function installPython(
  directory: string,
  requirementsFile: string,
  run: RunCommand = runCommand,
): Promise<string> {
  const target = await virtualEnvironmentOf(directory, requirementsFile);
  if (await exists(join(target, 'complete'))) return target;
  try {
    await mkdir(directory, { recursive: true });
    await rm(target, { recursive: true, force: true });
    await makeVirtualEnvironment(target, requirementsFile, run);
    await mkdir(join(target, 'complete'), { recursive: true });
    return target;
  } catch (error) {
    throw isDiskFull(error) ? diskFull(directory, error) : error;
  }
}
