import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MINUTES = 60_000;

export const projectFolder = join(import.meta.dirname, '../..');

/** Runs a command of the project like a user, against the stage of these tests or that of another stage file. */
export async function type(command: string, stageFile?: string): Promise<string> {
  const [program = '', ...args] = command.split(' ');
  const { stdout } = await run(program, args, {
    cwd: projectFolder,
    timeout: 5 * MINUTES,
    maxBuffer: 10 * 1024 * 1024,
    ...(stageFile !== undefined && { env: { ...process.env, WAYPOST_STAGE_FILE: stageFile } }),
  });
  return stdout;
}
