import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sum } from './count.ts';
import type { Count } from './count.ts';

const JestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  /** Files that could not even begin: a syntax error, a missing import. */
  numRuntimeErrorTestSuites: z.number(),
});

/** What one jest run counted; a file that can't run counts as one failure. */
export function countOf(report: unknown): Count {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JestReport.parse(report);
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
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
