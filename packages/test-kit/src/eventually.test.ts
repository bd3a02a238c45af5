import { describe, expect, it } from 'vitest';
import { eventually } from './eventually.ts';

const failing = (times: number) => {
  let attempts = 0;
  return () => {
    attempts += 1;
    if (attempts <= times) throw new Error(`attempt ${attempts} was too early`);
    return attempts;
  };
};

describe('an assertion that holds at last', () => {
  it('is tried until then, and gives its value', async () => {
    await expect(eventually(failing(3), { within: 5_000, every: 1 })).resolves.toBe(4);
  });

  it('may be asynchronous', async () => {
    const attempt = failing(1);
    await expect(eventually(async () => await Promise.resolve(attempt()), { within: 5_000, every: 1 })).resolves.toBe(
      2,
    );
  });
});

describe('an assertion that never holds', () => {
  it('fails at the deadline with the last reason', async () => {
    const attempt = eventually(failing(Infinity), { within: 20, every: 5 });
    await expect(attempt).rejects.toThrow(
      /^Not within 20 ms \(\d+ attempts\)\. The last one failed: attempt \d+ was too early$/,
    );
  });

  it('is given up even when an attempt hangs', async () => {
    const never = eventually(() => new Promise(() => undefined), { within: 20 });
    await expect(never).rejects.toThrow(
      'Not within 20 ms (1 attempts). The last one failed: the first attempt never ended',
    );
  });
});
