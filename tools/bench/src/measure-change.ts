import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, releaseChanges, type RunningStage } from '@waypost/local';

/**
 * Measures the seconds from saving a handler until `npm run dev` has deployed it to the running stage. Changes a copy of the
 * sources below the directory, and needs a stage of its own.
 */
export async function secondsOfChange({ target }: RunningStage, directory: string): Promise<number> {
  const sources = join('services', 'order', 'src');
  await cp(join(projectRoot, sources), join(directory, sources), { recursive: true });
  const handler = join(directory, sources, 'functions', 'order', 'list-orders.ts');
  const ending = new AbortController();
  const [watching, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = releaseChanges({
    root: directory,
    target,
    released: join(directory, 'released.json'),
    tell: (line) => (line.startsWith('↻') ? done : watching).resolve(),
    signal: ending.signal,
  });
  await watching.promise;
  const text = await readFile(handler, 'utf8');
  const began = performance.now();
  await writeFile(handler, text.replace('body:', `headers: { 'x-changed': 'yes' }, body:`));
  await done.promise;
  const seconds = (performance.now() - began) / 1000;
  ending.abort();
  await ended;
  return seconds;
}
