import { describe, expect, it } from 'vitest';
import { TransientError } from './errors.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

const losing =
  (times: number) =>
  async (conflicts: number): Promise<string> =>
    conflicts < times ? 'changed' : `decided after ${conflicts}`;

describe('a decision on fresh state', () => {
  it('decides once without concurrent writes', async () => {
    expect(await retryOnConflict(losing(0))).toBe('decided after 0');
  });

  it('is made anew after each lost race, with a pause between', async () => {
    const pauses: number[] = [];
    const pause = async (conflicts: number) => void pauses.push(conflicts);
    expect(await retryOnConflict(losing(3), { pause })).toBe('decided after 3');
    expect(pauses).toEqual([1, 2, 3]);
  });

  it('is given up, to be asked for later, when every race is lost', async () => {
    await expect(retryOnConflict(losing(2), { tries: 2 })).rejects.toThrow(TransientError);
  });

  it('fails as what it does fails', async () => {
    await expect(retryOnConflict(() => Promise.reject(new Error('no table')))).rejects.toThrow('no table');
  });
});
