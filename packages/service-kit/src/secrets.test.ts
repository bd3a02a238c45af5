import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cachedSecret } from './secrets.ts';

const NAME = 'waypost/local/kitchen/recipe';
const Recipe = z.object({ tea: z.string().regex(/^leaf-/) });

const read = (value: () => Promise<unknown>) => cachedSecret(NAME, Recipe, { read: value })();

describe('a secret', () => {
  it('is what stands there, read by its schema', async () => {
    expect(await read(() => Promise.resolve({ tea: 'leaf-1', other: 'unknown' }))).toEqual({ tea: 'leaf-1' });
  });

  it('is read when it is requested, and not before', async () => {
    let asked = 0;
    const recipe = cachedSecret(NAME, Recipe, {
      read: (name) => {
        asked += 1;
        return Promise.resolve({ tea: `leaf-${name}` });
      },
    });
    expect(asked).toBe(0);
    expect(await recipe()).toEqual({ tea: `leaf-${NAME}` });
    expect(asked).toBe(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['can’t be read', () => Promise.reject(new Error('denied, and here is hush-hush'))],
    ['isn’t there', () => Promise.resolve(undefined)],
    ['is something else', () => Promise.resolve({ tea: 'hush-hush' })],
  ])('that %s may be right later, and is in no error', async (_, value) => {
    const error: unknown = await read(value).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'TransientError', message: expect.stringContaining(NAME) });
    expect(String(error)).not.toContain('hush-hush');
  });
});
