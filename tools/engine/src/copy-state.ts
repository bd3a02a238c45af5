import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { freePort, portFileOf } from './ports.ts';

const SNAPSHOT = join('services', 'snapshot.json');
/** Files of a running process, which the copy must not have. */
const OF_PROCESS = new Set(['engine.pid', 'engine.log']);

/**
 * Copies the last saved state of an engine, so that another engine can start with it. The copy gets a free port, also in the addresses
 * that the state contains.
 *
 * @param from state directory of an engine, which may run
 * @param to state directory of the copy, which must not exist
 */
export async function copyState(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (file) => !OF_PROCESS.has(basename(file)) });
  const port = Number.parseInt(await readFile(portFileOf(from), 'utf8'), 10);
  const copyPort = await freePort();
  const address = new RegExp(String.raw`//127\.0\.0\.1:${port}(?!\d)`, 'g');
  const snapshot = await readFile(join(to, SNAPSHOT), 'utf8');
  await writeFile(join(to, SNAPSHOT), snapshot.replaceAll(address, `//127.0.0.1:${copyPort}`));
  await writeFile(portFileOf(to), `${copyPort}\n`);
}
