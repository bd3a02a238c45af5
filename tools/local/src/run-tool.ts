import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { diskFull, saysDiskFull, StageError } from './stage-error.ts';

export interface ToolRun {
  /** Action of the tool in error messages: `Building`. */
  readonly doing: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Log file of the tool's output, whose last lines are part of an error. */
  readonly logFile: string;
  readonly signal?: AbortSignal;
  /** Called with each line of output. */
  readonly onLine?: (line: string) => void;
}

const wordsKept = 25;

/**
 * Runs a tool of the project to its end, quietly.
 *
 * @throws StageError with its last words when it fails.
 */
export async function runTool(run: ToolRun): Promise<void> {
  await mkdir(dirname(run.logFile), { recursive: true });
  const child = spawn(run.command, run.args, {
    cwd: run.cwd,
    env: run.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(run.signal && { signal: run.signal, killSignal: 'SIGTERM' }),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const log = createWriteStream(run.logFile);
  const said: string[] = [];
  const listen = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      const lines = chunk
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== '');
      said.push(...lines);
      if (run.onLine) lines.forEach(run.onLine);
      yield chunk;
    }
  };
  const [code] = await Promise.all([
    ended,
    pipeline(child.stdout, listen, log, { end: false }),
    pipeline(child.stderr, listen, log, { end: false }),
  ]);
  log.end();
  if (code === 0) return;
  const words = said.slice(-wordsKept).join('\n');
  if (saysDiskFull(words)) throw diskFull();
  throw new StageError(`${run.doing} failed:\n${words}\n`, `The whole log is ${relative(process.cwd(), run.logFile)}.`);
}
