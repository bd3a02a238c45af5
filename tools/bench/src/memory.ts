import { readdir, readFile } from 'node:fs/promises';

const numberAfter = (text: string, label: string) =>
  Number(new RegExp(`^${label}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

/**
 * The memory of all processes that a process started, in MB: their proportional shares, so that nothing counts twice.
 * NaN where the system has no `/proc`.
 */
export async function memoryBelow(pid: number): Promise<number> {
  const all = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  if (all.length === 0) return NaN;
  const parents = new Map<number, number>();
  await Promise.all(all.map(async (one) => parents.set(one, numberAfter(await text(one, 'status'), 'PPid'))));
  const below = all.filter((one) => isBelow(one, pid, parents));
  const shares = await Promise.all(below.map(async (one) => numberAfter(await text(one, 'smaps_rollup'), 'Pss')));
  return shares.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
}

/** A process may end while it is looked at. */
const text = (pid: number, file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');

function isBelow(one: number, top: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = parents.get(one); at !== undefined && at > 1; at = parents.get(at)) if (at === top) return true;
  return false;
}
