import { describe, expect, it } from 'vitest';
import { describeViolation, overBudget, packageOf } from './budget.ts';
import type { FunctionReport } from './function-report.ts';

const report = (kilobytes: number): FunctionReport => ({
  function: 'place-order',
  bytes: kilobytes * 1000,
  external: [],
  inputs: [
    { path: '../../node_modules/@aws-sdk/core/a.js', bytes: 200_000 },
    { path: '../../node_modules/@aws-sdk/core/b.js', bytes: 100_000 },
    { path: 'src/functions/place-order.ts', bytes: 1000 },
  ],
});

describe('a function without a declared budget', () => {
  it('may have 350 KB', () => {
    expect(overBudget([report(350)], {})).toEqual([]);
  });

  it('is exceeded with a list of the largest packages', () => {
    const [violation] = overBudget([report(351)], {});
    expect(violation).toMatchObject({
      kilobytes: 351,
      budget: 350,
      heaviest: [{ name: '@aws-sdk/core', kilobytes: 300 }, {}],
    });
  });
});

describe('a function with a declared budget', () => {
  it('is held to it', () => {
    const [violation] = overBudget([report(100)], { 'place-order': 90 });
    expect(violation && describeViolation(violation)).toMatch(/place-order: 100\.0 KB, budget 90 KB[^]*@aws-sdk\/core/);
  });
});

describe('packageOf', () => {
  it('names the innermost package', () => {
    expect(packageOf('../node_modules/a/node_modules/@b/c/x.js')).toBe('@b/c');
  });

  it('names the folder of a source', () => {
    expect(packageOf('../../packages/service-kit/src/x.ts')).toBe('../../packages/service-kit/src');
  });
});
