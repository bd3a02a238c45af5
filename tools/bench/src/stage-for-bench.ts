import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentOf, localDirectory, type RunningStage, startStage } from '@waypost/local';

export interface BenchStage {
  readonly running: RunningStage;
  readonly directory: string;
  /** The lines that the engine has recorded since a byte of its file, and the byte where they end. */
  readonly recordedSince: (from: number) => Promise<{ readonly lines: readonly string[]; readonly end: number }>;
}

/** Gives a stage of its own to a measurement, with every call recorded, and leaves nothing of it. */
export async function onStageOfItsOwn<Result>(
  signal: AbortSignal,
  measure: (stage: BenchStage) => Promise<Result>,
): Promise<Result> {
  const directory = join(localDirectory, `bench-${process.pid}`);
  const recorded = join(directory, 'calls.jsonl');
  await mkdir(directory, { recursive: true });
  try {
    process.stderr.write('a stage of its own: starting\n');
    const running = await startStage({ directory, recordCallsTo: recorded, quiet: true, signal });
    try {
      Object.assign(process.env, environmentOf(running.stage), { WAYPOST_STAGE_FILE: join(directory, 'stage.json') });
      return await measure({ running, directory, recordedSince: (from) => linesSince(recorded, from) });
    } finally {
      process.stderr.write('a stage of its own: stopping\n');
      await running.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function linesSince(file: string, from: number) {
  const bytes = await readFile(file);
  const text = bytes.subarray(from).toString();
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return { lines: whole.split('\n').filter(Boolean), end: from + Buffer.byteLength(whole) };
}
