import { createServer } from 'node:net';
import { portTaken } from './stage-error.ts';

/**
 * Tells early, before anything is built, that a port can't be had. 0 means any free one.
 *
 * @throws StageError naming the option that chooses another.
 */
export async function assertPortFree(port: number, option: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(portTaken(port, option)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
