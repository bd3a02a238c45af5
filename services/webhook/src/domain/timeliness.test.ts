import { describe, expect, it } from 'vitest';
import { timelinessOf } from './timeliness.ts';

const NOW = '2026-05-04T09:30:00.999Z';
const SECONDS = Date.parse('2026-05-04T09:30:00Z') / 1000;

describe('a time of signing', () => {
  it.each([
    [-301, 'stale'],
    [-300, 'in_time'],
    [0, 'in_time'],
    [300, 'in_time'],
    [301, 'future'],
  ])('%d seconds from now is %s', (distance, timeliness) => {
    expect(timelinessOf(SECONDS + distance, NOW)).toBe(timeliness);
  });
});
