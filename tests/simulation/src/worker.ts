// A thread of the simulation. It returns the totals of each batch.
import { parentPort } from 'node:worker_threads';
import { type Batch, simulateBatch } from './simulate-seeds.ts';

parentPort?.on('message', (batch: Batch) => {
  void simulateBatch(batch).then((totals) => parentPort?.postMessage(totals, []));
});
