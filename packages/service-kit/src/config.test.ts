import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { configFrom } from './config.ts';

const shape = { TABLE_NAME: z.string().min(1), MAX: z.coerce.number().int() };

describe('the configuration of a function', () => {
  it('is what its variables say, and no more', () => {
    expect(configFrom(shape, { TABLE_NAME: 'teas', MAX: '3', OTHER: 'x' })).toEqual({ TABLE_NAME: 'teas', MAX: 3 });
  });

  it('names everything that is wrong at once', () => {
    expect(() => configFrom(shape, { TABLE_NAME: '', MAX: 'many' })).toThrow(/TABLE_NAME[^]*MAX/);
  });
});
