import { describe, expect, it } from 'vitest';
import { clock, NOW, PourIntoVessel, PourTea } from '../test/messages.ts';
import { commandFunction } from './command-function.ts';
import { PermanentError, TransientError } from './errors.ts';

const metadata = { correlationId: 'correlation-1', causationId: 'execution-1' };
const payload = { metadata, data: { cup: 'blue', unknown: 'ignored' } };
const poured = { outcome: 'poured' } as const;

describe('a command', () => {
  it('reaches the handler and answers with its outcome', async () => {
    const seen: unknown[] = [];
    const handler = commandFunction(
      PourTea,
      (request, context) => {
        seen.push(request, context);
        return Promise.resolve(poured);
      },
      { clock },
    );
    expect(await handler(payload)).toEqual(poured);
    expect(seen).toEqual([{ cup: 'blue' }, { ...metadata, now: NOW }]);
  });

  it('is understood as an earlier version asked it, by a workflow that began before', async () => {
    const seen: unknown[] = [];
    const handler = commandFunction(PourIntoVessel, (request) => (seen.push(request), Promise.resolve(poured)));
    await handler({ metadata, data: { cup: 'blue' } });
    await handler({ metadata, data: { vessel: 'blue' } });
    expect(seen).toEqual([{ vessel: 'blue' }, { vessel: 'blue' }]);
    await expect(handler({ metadata, data: { pot: 'blue' } })).rejects.toThrow('vessel');
  });

  it.each([
    ['something unexpected', new Error('who knows')],
    ['something transient', new TransientError('who knows')],
  ])('fails as TransientError for %s, which workflows retry', async (_, error) => {
    const handler = commandFunction(PourTea, () => Promise.reject(error));
    await expect(handler(payload)).rejects.toMatchObject({ name: 'TransientError' });
    await expect(handler(payload)).rejects.toThrow('who knows');
  });

  it('fails as PermanentError when it can never work', async () => {
    const handler = commandFunction(PourTea, () => Promise.reject(new PermanentError('no such cup')));
    await expect(handler(payload)).rejects.toMatchObject({ name: 'PermanentError', message: 'no such cup' });
  });

  it.each<[string, unknown]>([
    ['no command at all', { cup: 'blue' }],
    ['no correlation id', { metadata: { causationId: 'x' }, data: { cup: 'blue' } }],
    ['a request that breaks the contract', { metadata, data: {} }],
  ])('is rejected for good: %s', async (_, broken) => {
    const handler = commandFunction(PourTea, () => Promise.resolve(poured));
    await expect(handler(broken)).rejects.toMatchObject({ name: 'PermanentError' });
  });

  it('never answers with a result that breaks the contract', async () => {
    const handler = commandFunction(PourTea, () => Promise.resolve(JSON.parse('{"outcome":"spilled"}')));
    await expect(handler(payload)).rejects.toMatchObject({ name: 'PermanentError' });
  });
});
