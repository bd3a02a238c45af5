import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EngineError, otherPort, portTaken } from './errors.ts';

// Below the ports that systems lend to outgoing connections, so that the port is still free at the next start.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new EngineError('No free port was found.', 'End a few programs and try again.');
}

/** File with the port of a state. */
export const portFileOf = (stateDirectory: string): string => join(stateDirectory, 'engine.port');

/**
 * The port of an engine. A state keeps the port of its first start, since queue URLs, which its functions were given, name it.
 *
 * @throws EngineError when the port is taken, or is not the state's.
 */
export async function portOf(stateDirectory: string, wanted = 0): Promise<number> {
  const kept = Number.parseInt(await readFile(portFileOf(stateDirectory), 'utf8').catch(() => '0'), 10);
  if (kept && wanted && kept !== wanted) throw otherPort(stateDirectory, kept);
  const port = kept || wanted || (await freePort());
  if (!(await isFree(port))) throw portTaken(port);
  await writeFile(portFileOf(stateDirectory), `${port}\n`);
  return port;
}
