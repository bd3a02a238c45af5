import { cp, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyState } from '@waypost/engine';
import { layoutOf } from './layout.ts';

/** Twice the interval in which the engine saves its state, in milliseconds. Without a newer one by then, nothing changed. */
const SAVED_WITHIN = 10_000;
const POLL_INTERVAL = 200;

/**
 * Copies a deployed stage, so that another stage starts with it within seconds. The copy has the state of a moment after the call.
 *
 * @param from directory of a stage, which may run
 * @param to directory of the copy, which must not exist
 */
export async function copyStage(from: string, to: string): Promise<void> {
  const [source, copy] = [layoutOf(from), layoutOf(to)];
  const began = Date.now();
  const snapshot = join(source.state, 'services', 'snapshot.json');
  while ((await stat(snapshot)).mtimeMs < began && Date.now() < began + SAVED_WITHIN) await wait(POLL_INTERVAL);
  await mkdir(to, { recursive: true });
  await copyState(source.state, copy.state);
  await cp(source.deployed, copy.deployed);
}
