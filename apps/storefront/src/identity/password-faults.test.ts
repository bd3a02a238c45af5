import { describe, expect, it } from 'vitest';
import { passwordFaults } from './password-faults.ts';

describe('a new password', () => {
  it.each([
    ['Fell-walker-1', undefined],
    ['Fell-walk-1', 'It still needs 12 characters.'],
    ['fell-walker-1', 'It still needs a capital letter.'],
    ['FELL-WALKER-1', 'It still needs a small letter.'],
    ['Fell-walker-x', 'It still needs a digit.'],
    ['Fell walker 12', 'It still needs a sign like ! or -.'],
    ['walker', 'It still needs 12 characters, a capital letter, a digit, and a sign like ! or -.'],
  ])('%s: %s', (password, faults) => {
    expect(passwordFaults(password)).toBe(faults);
  });
});
