import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, releaseChanges, type RunningStage } from '@waypost/local';

/**
 * Seconds from saving a handler until the running stage has it, as `npm run dev` does it. A copy of the sources is changed, below
 * the directory, and the stage is one that nobody else uses.
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
