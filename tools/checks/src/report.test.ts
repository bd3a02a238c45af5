import { describe, expect, it } from '@jest/globals';
import { countOf } from './jest-reports.ts';
import { describeOutcome, lastLine } from './report.ts';
import type { Outcome } from './report.ts';

const outcome = (passed: number, failed: number, output = ''): Outcome => ({
  name: 'unit tests',
  count: { passed, failed },
  seconds: 1.23,
  output,
});

describe('the last line', () => {
  it('adds everything up', () => {
    expect(lastLine([outcome(3, 0), outcome(1, 2)])).toBe('4 passed, 2 failed');
  });
});

describe('an outcome', () => {
  it('is one line when all went well', () => {
    expect(describeOutcome(outcome(3, 0, 'chatter'))).toBe('✔ unit tests  3 passed  (1.2 s)');
  });

  it('says what was said when something failed', () => {
    expect(describeOutcome(outcome(3, 1, 'expected 1\nreceived 2'))).toBe(
      '✖ unit tests  3 passed, 1 failed  (1.2 s)\n    expected 1\n    received 2',
    );
  });
});

describe('a jest report', () => {
  it('counts a file that can not run as a failure', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 1 };
    expect(countOf(report)).toEqual({ passed: 5, failed: 2 });
  });
});
