import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Batch, NOTHING, plus, type Totals } from './simulate-seeds.ts';

/** Number of seeds per batch of a thread. */
const BATCH = 20;

/**
 * Simulates a batch on all cores. After a violation, no further seed is started.
 *
 * @param progress receives the totals so far.
 */
export async function simulateInThreads(batch: Batch, progress: (totals: Totals) => void): Promise<Totals> {
  let totals = NOTHING;
  const end = batch.firstSeed + batch.seeds;
  let nextSeed = batch.firstSeed;
  const next = (): Batch | undefined => {
    if (nextSeed >= end || totals.violations.length > 0) return undefined;
    const part = { ...batch, firstSeed: nextSeed, seeds: Math.min(BATCH, end - nextSeed) };
    nextSeed += part.seeds;
    return part;
  };
  const threads = Math.min(availableParallelism(), Math.ceil(batch.seeds / BATCH));
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('worker.ts', import.meta.url));
    for (let part = next(); part; part = next()) {
      const answer = await answerOf(worker, part);
      // Not in one expression: another thread may have added to the totals in the meantime.
      totals = plus(totals, answer);
      progress(totals);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: threads }, work));
  return totals;
}

function answerOf(worker: Worker, part: Batch): Promise<Totals> {
  return new Promise((resolve, reject) => {
    worker.once('message', (totals: Totals) => {
      worker.off('error', reject);
      resolve(totals);
    });
    worker.once('error', reject);
    worker.postMessage(part, []);
  });
}
