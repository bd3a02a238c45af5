import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The exit code of an engine that found its state directory locked by another one (see python/waypost_engine/__main__.py). */
export const STATE_LOCKED_EXIT_CODE = 75;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Process ids come round again: one counts as an engine only while its command line, where it can be read, says so. */
async function isEngine(pid: number): Promise<boolean> {
  if (!isRunning(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'waypost_engine');
  return commandLine.includes('waypost_engine');
}

/** The process id of the engine that runs on a state directory, if any. */
export async function runningEngine(stateDirectory: string): Promise<number | undefined> {
  const written = await readFile(join(stateDirectory, 'engine.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(written, 10);
  return pid > 0 && (await isEngine(pid)) ? pid : undefined;
}
