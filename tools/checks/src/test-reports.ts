import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sum } from './count.ts';
import type { Count } from './count.ts';

const TestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  /** One entry a file. */
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Counts the tests of a Vitest report. A file that fails without a failed test (a syntax error, a failed hook) is one failure. */
export function countOf(report: unknown): Count {
  const { numPassedTests, numFailedTests, testResults } = TestReport.parse(report);
  const failedFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + failedFiles.length };
}

const reportFiles = (root: string, kind: string): string[] =>
  globSync([`*/.reports/${kind}.json`, `*/*/.reports/${kind}.json`], { cwd: root, exclude: ['node_modules'] });

/** Adds up what every workspace's `.reports/<kind>.json` says. */
export async function countReports(root: string, kind: string): Promise<Count> {
  const files = reportFiles(root, kind);
  const counts = files.map(async (file) => countOf(JSON.parse(await readFile(join(root, file), 'utf8'))));
  return sum(await Promise.all(counts));
}

/** Forgets the reports of earlier runs, so that none is counted twice. */
export async function forgetReports(root: string): Promise<void> {
  await Promise.all(reportFiles(root, '*').map((file) => rm(join(root, file), { force: true })));
}
