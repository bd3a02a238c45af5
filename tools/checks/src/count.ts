/** Totals of `npm test`. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export const none: Count = { passed: 0, failed: 0 };

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((all, each) => ({ passed: all.passed + each.passed, failed: all.failed + each.failed }), none);
}
