// One thread of the simulation: it answers each batch with its totals.
import { parentPort } from 'node:worker_threads';
import { type Batch, simulateBatch } from './simulate-seeds.ts';

parentPort?.on('message', (batch: Batch) => {
  void simulateBatch(batch).then((totals) => parentPort?.postMessage(totals, []));
});
