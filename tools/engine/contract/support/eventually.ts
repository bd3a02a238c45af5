import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds until giving up. */
  readonly within: number;
  readonly every?: number;
}

/** Asks again until the answer is there (not undefined), or fails with what was last thrown. */
export async function eventually<T>(ask: () => Promise<T | undefined>, patience: Patience): Promise<T> {
  const deadline = Date.now() + patience.within;
  let thrown: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      thrown = undefined;
    } catch (error) {
      thrown = error;
    }
    if (Date.now() > deadline) throw thrown ?? new Error(`Nothing came within ${patience.within} ms.`);
    await delay(patience.every ?? 100);
  }
}
