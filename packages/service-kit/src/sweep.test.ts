import { describe, expect, it } from 'vitest';
import { logger } from './observability.ts';
import { sweep } from './sweep.ts';

logger.setLogLevel('SILENT');

describe('a sweep', () => {
  it('redrives each, and counts the outcomes', async () => {
    const outcomes = await sweep(['a', 'b', 'c'], async (id) => ({ outcome: id === 'b' ? 'running' : 'started' }));
    expect(outcomes).toEqual({ started: 2, running: 1 });
  });

  it('goes on where one fails', async () => {
    const seen: string[] = [];
    const outcomes = await sweep(['a', 'b', 'c'], async (id) => {
      seen.push(id);
      if (id === 'a') throw new Error('no');
      return { outcome: 'started' };
    });
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(outcomes).toEqual({ failed: 1, started: 2 });
  });
});
