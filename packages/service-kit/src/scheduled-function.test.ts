import { describe, expect, it } from 'vitest';
import type { MessageContext } from './message-context.ts';
import { scheduledFunction } from './scheduled-function.ts';

const options = { clock: () => new Date('2026-05-04T09:30:00.000Z'), newId: () => 'run-1' };

describe('a scheduled run', () => {
  it('has the time, and an id of its own for all that follows from it', async () => {
    const contexts: MessageContext[] = [];
    const run = scheduledFunction(async (context) => void contexts.push(context), options);
    await run({ 'detail-type': 'Scheduled Event' });
    expect(contexts).toMatchObject([{ correlationId: 'run-1', causationId: 'run-1', now: '2026-05-04T09:30:00.000Z' }]);
  });

  it('fails as what it does fails, to be tried again', async () => {
    const run = scheduledFunction(() => Promise.reject(new Error('no table')), options);
    await expect(run({})).rejects.toThrow('no table');
  });
});
