import { describe, expect, it } from 'vitest';
import { logger } from './observability.ts';
import { sweep } from './sweep.ts';

logger.setLogLevel('SILENT');

describe('a sweep', () => {
  it('drives each of them on, and counts what came of it', async () => {
    const swept = await sweep(['a', 'b', 'c'], async (id) => ({ outcome: id === 'b' ? 'running' : 'started' }));
    expect(swept).toEqual({ started: 2, running: 1 });
  });

  it('goes on where one fails', async () => {
    const seen: string[] = [];
    const swept = await sweep(['a', 'b', 'c'], async (id) => {
      seen.push(id);
      if (id === 'a') throw new Error('no');
      return { outcome: 'started' };
    });
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(swept).toEqual({ failed: 1, started: 2 });
  });
});
