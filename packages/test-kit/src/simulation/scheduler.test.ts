import { describe, expect, it } from 'vitest';
import { randomFrom } from './random.ts';
import { schedulerOf } from './scheduler.ts';

describe('a scheduler', () => {
  it('takes no real time for virtual hours', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    let slept = 0;
    scheduler.spawn(async () => {
      await scheduler.sleep(3_600_000);
      slept = scheduler.now();
    });
    expect(await scheduler.run()).toBe('idle');
    expect(slept).toBe(3_600_000);
  });

  it('runs earlier events earlier, whichever was scheduled first', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    const happened: number[] = [];
    for (const delay of [50, 10, 40, 20, 30]) scheduler.after(delay, () => happened.push(delay));
    await scheduler.run();
    expect(happened).toEqual([10, 20, 30, 40, 50]);
  });

  it('lets nothing happen that was called off', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    const callOff = scheduler.after(10, () => expect(true).toBe(false));
    callOff();
    expect(await scheduler.run()).toBe('idle');
    expect(scheduler.events()).toBe(0);
  });

  it('stops at the deadline, and goes on from there', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    let happened = false;
    scheduler.after(100, () => (happened = true));
    expect(await scheduler.run({ deadline: 99 })).toBe('deadline');
    expect(happened).toBe(false);
    expect(await scheduler.run()).toBe('idle');
    expect(happened).toBe(true);
  });

  it('lets every promise settle before the next thing happens', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    const happened: string[] = [];
    scheduler.after(1, () => {
      void (async () => {
        for (let step = 0; step < 100; step += 1) await Promise.resolve();
        happened.push('settled');
      })();
    });
    scheduler.after(2, () => happened.push('next'));
    await scheduler.run();
    expect(happened).toEqual(['settled', 'next']);
  });

  it('fails when a background task fails', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    scheduler.spawn(async () => Promise.reject(new Error('a bug')));
    await expect(scheduler.run()).rejects.toThrow('a bug');
  });
});

describe('what happens at the same moment', () => {
  const orderOf = async (seed: number): Promise<string> => {
    const scheduler = schedulerOf(randomFrom(seed));
    const happened: number[] = [];
    for (let each = 0; each < 10; each += 1) scheduler.after(5, () => happened.push(each));
    await scheduler.run();
    return happened.join(' ');
  };

  it('happens in the same order under the same seed', async () => {
    expect(await orderOf(7)).toBe(await orderOf(7));
  });

  it('happens in another order under another seed', async () => {
    expect(await orderOf(7)).not.toBe(await orderOf(8));
  });
});

describe('twenty thousand events', () => {
  it('all happen, in order', async () => {
    const scheduler = schedulerOf(randomFrom(1));
    const times: number[] = [];
    for (let each = 0; each < 20_000; each += 1) {
      scheduler.after(scheduler.random.between(0, 1_000_000), () => {
        times.push(scheduler.now());
      });
    }
    await scheduler.run();
    expect(scheduler.events()).toBe(20_000);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });
});
