import type { ViteUserConfig } from 'vitest/config';

/** A kind of test: the ending of its files, and how they run. */
export type TestKind = keyof typeof kinds;

const SECOND = 1000;

const kinds = {
  // Generous: a machine that is busy with other work is slow, not wrong.
  unit: {
    include: ['**/*.test.ts'],
    exclude: ['**/*.{int,e2e,browser}.test.ts'],
    timeout: 30,
    maxWorkers: 1,
    isolate: false,
  },
  // Files set the environment that the SDK reads, for a stage or a function of their own.
  integration: { include: ['**/*.int.test.ts'], exclude: [], timeout: 60, maxWorkers: 2, isolate: true },
  // Journeys wait more than they compute.
  e2e: { include: ['**/*.e2e.test.ts'], exclude: [], timeout: 120, maxWorkers: 3, isolate: true },
  browser: { include: ['**/*.browser.test.ts'], exclude: [], timeout: 120, maxWorkers: 2, isolate: false },
} as const;

/**
 * Vitest's configuration for a kind of test. Unit tests of one worker share their modules: loading aws-cdk-lib anew for each file
 * takes longer than the tests. Nothing in the project keeps state in a module, so files don't affect each other.
 */
export function testConfiguration(kind: TestKind): ViteUserConfig {
  const { include, exclude, timeout, maxWorkers, isolate } = kinds[kind];
  return {
    cacheDir: `${import.meta.dirname}/../../../node_modules/.cache/vitest`,
    test: {
      include: [...include],
      exclude: ['**/node_modules/**', '**/dist/**', '**/cdk.out/**', ...exclude],
      pool: 'forks',
      isolate,
      maxWorkers,
      testTimeout: timeout * SECOND,
      hookTimeout: timeout * SECOND,
      passWithNoTests: true,
      reporters: ['default', 'json'],
      outputFile: { json: `.reports/${kind}.json` },
    },
  };
}
