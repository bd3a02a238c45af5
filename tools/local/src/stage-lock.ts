import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stageRunning } from './stage-error.ts';

/** Process that holds a lock file, if there is one. */
export async function stageProcess(lock: string): Promise<number | undefined> {
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Claims a stage's folder for this process. What a killed process left doesn't count.
 *
 * @returns how to give it back
 * @throws StageError when another process has it.
 */
export async function claimStage(lock: string): Promise<() => Promise<void>> {
  const holder = await stageProcess(lock);
  if (holder !== undefined) throw stageRunning(holder);
  await mkdir(dirname(lock), { recursive: true });
  await writeFile(lock, `${process.pid}\n`);
  return () => rm(lock, { force: true });
}
