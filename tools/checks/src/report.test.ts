import { describe, expect, it } from 'vitest';
import { countOf } from './test-reports.ts';
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

describe('countOf', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };

  it('counts a failed test once', () => {
    const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
    const report = { numPassedTests: 2, numFailedTests: 1, testResults: [passed, failed] };
    expect(countOf(report)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a file that fails without a failed test as one failure', () => {
    const unreadable = { status: 'failed', assertionResults: [] };
    const skipped = { status: 'failed', assertionResults: [{ status: 'skipped' }] };
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [passed, unreadable, skipped] };
    expect(countOf(report)).toEqual({ passed: 1, failed: 2 });
  });
});
