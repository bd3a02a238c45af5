import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds until giving up. */
  readonly within: number;
  /** Milliseconds between two attempts. */
  readonly every?: number;
}

/**
 * Tries until an assertion holds, and gives what it returned. Tests wait by this and never by sleeping.
 *
 * @throws Error that says how long it tried and why the last attempt failed, when the time is over.
 * @example
 * const order = await eventually(async () => {
 *   const { body } = await stage.call(GetOrder, { parameters: { id }, token });
 *   expect(body).toMatchObject({ status: 'CONFIRMED' });
 *   return body;
 * }, { within: 10_000 });
 */
export async function eventually<Value>(
  attempt: () => Value | Promise<Value>,
  { within, every = 100 }: Patience,
): Promise<Value> {
  const started = performance.now();
  const left = (): number => within - (performance.now() - started);
  let last: unknown = new Error('the first attempt never ended');
  for (let attempts = 1; ; attempts++) {
    try {
      return await inTime(attempt, Math.max(left(), 1));
    } catch (error) {
      if (!(error instanceof NeverEnded)) last = error;
    }
    if (left() <= every) throw gaveUp(within, attempts, last);
    await pause(every);
  }
}

class NeverEnded extends Error {}

/** An attempt that hangs would else hang the test. */
async function inTime<Value>(attempt: () => Value | Promise<Value>, milliseconds: number): Promise<Value> {
  const over = new AbortController();
  const tooLong = pause(milliseconds, undefined, { signal: over.signal }).then(() => {
    throw new NeverEnded();
  });
  try {
    return await Promise.race([(async () => await attempt())(), tooLong]);
  } finally {
    tooLong.catch(() => undefined);
    over.abort();
  }
}

function gaveUp(within: number, attempts: number, last: unknown): Error {
  const reason = last instanceof Error ? last.message : String(last);
  return new Error(`Not within ${within} ms (${attempts} attempts). The last one failed: ${reason}`, { cause: last });
}
