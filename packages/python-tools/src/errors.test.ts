import { describe, expect, it } from 'vitest';
import { isDiskFull } from './errors.ts';

describe('an error of a full disk', () => {
  it('is recognized by its code and by its text', () => {
    expect(isDiskFull(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true);
    expect(isDiskFull(new Error('ENOENT: no such file'))).toBe(false);
  });
});
