import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Editors write a file in several steps; changes within this time count as one. */
const settleMs = 40;

/** The `src` folders below some folders: `services` → `services/order/src`, …. */
export async function sourceFolders(root: string, parents: readonly string[]): Promise<string[]> {
  const found = parents.map(async (parent) => {
    const entries = await readdir(join(root, parent), { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name, 'src'));
  });
  return (await Promise.all(found)).flat();
}

/**
 * Reports which folders had changes, one call at a time: changes during a call are reported by the next one.
 *
 * @param signal stops watching
 */
export function watchFolders(
  root: string,
  folders: readonly string[],
  changed: (folders: ReadonlySet<string>) => Promise<void>,
  signal: AbortSignal,
): void {
  let waiting = new Set<string>();
  let busy = false;
  const tell = async (): Promise<void> => {
    if (busy || waiting.size === 0) return;
    busy = true;
    const now = waiting;
    waiting = new Set();
    await changed(now);
    busy = false;
    await tell();
  };
  let timer: NodeJS.Timeout | undefined;
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true, signal }, (_, file) => {
      if (file?.endsWith('.test.ts')) return;
      waiting.add(folder);
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), settleMs);
    }).on('error', () => {}); // a workspace without sources, or the end of the watching
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}
