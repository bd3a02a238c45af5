#!/usr/bin/env node
// Bundles every function of the calling workspace and holds each to its budget.
import { budgetsOf, describeViolation, overBudget } from '../budget.ts';
import { cleanBundles, functionBundler } from '../bundle-functions.ts';

const workspace = process.cwd();
await cleanBundles(workspace);
const bundler = await functionBundler(workspace);
const bundles = await bundler.bundle();
await bundler.dispose();

for (const { name, report } of bundles) console.log(`${(report.bytes / 1000).toFixed(1).padStart(7)} KB  ${name}`);

const violations = overBudget(
  bundles.map(({ report }) => report),
  await budgetsOf(workspace),
);
for (const violation of violations) console.error(describeViolation(violation));
if (violations.length > 0) process.exitCode = 1;
