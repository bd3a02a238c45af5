import { describe, expect, it } from 'vitest';
import { stepsOnTerminal } from './steps.ts';

const quiet = (signal = new AbortController().signal) => stepsOnTerminal({ quiet: true, signal });

describe('steps', () => {
  it('return the result of their work', async () => {
    expect(await quiet().one('answer', async () => 42)).toBe(42);
    expect(await quiet().one('silence', async () => undefined)).toBeUndefined();
  });

  it('run in parallel', async () => {
    const meeting = Promise.withResolvers<string>();
    const results = await quiet().both(
      { title: 'waits', work: () => meeting.promise },
      {
        title: 'comes',
        work: async () => {
          meeting.resolve('met');
          return 1;
        },
      },
    );
    expect(results).toEqual(['met', 1]);
  });
});

describe('when one of two steps fails', () => {
  it('aborts the other, waits for it, and fails with the first error', async () => {
    const steps = quiet();
    const ended: string[] = [];
    const failed = steps.both(
      { title: 'fails', work: () => Promise.reject(new Error('no room')) },
      {
        title: 'goes on',
        work: () =>
          new Promise<void>((resolve) => {
            steps.signal.addEventListener('abort', () => {
              ended.push('told');
              resolve();
            });
          }),
      },
    );
    await expect(failed).rejects.toThrow('no room');
    expect(ended).toEqual(['told']);
  });
});

describe('when the caller aborts', () => {
  it('starts no further step', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(quiet(controller.signal).one('late', async () => 1)).rejects.toThrow('aborted');
  });
});
