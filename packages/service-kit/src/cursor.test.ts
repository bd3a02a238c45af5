import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import * as z from 'zod';
import { cursorOf, keyOf } from './cursor.ts';
import { ProblemError } from './problem.ts';

const read = (key: unknown) => z.object({ pk: z.string() }).safeParse(key).data;

describe('a cursor', () => {
  it('leads back to any key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (pk) => {
        expect(keyOf(cursorOf({ pk }).cursor, read)).toEqual({ pk });
      }),
    );
  });

  it('is none at the end of a list, and none leads to the beginning', () => {
    expect(cursorOf(undefined)).toEqual({});
    expect(keyOf(undefined, read)).toBeUndefined();
  });

  it.each(['', '!', 'e30', Buffer.from('{"sk":1}').toString('base64url')])(
    'is a bad request when it reads %j',
    (text) => {
      expect(() => keyOf(text, read)).toThrow(ProblemError);
    },
  );
});
