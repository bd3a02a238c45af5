import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, runNode } from './run.ts';
import type { TestKind } from './test-kinds.ts';

/** Runs the calling workspace's tests of a kind, by its own `vitest.config.ts` if it has one. Results are in `.reports/<kind>.json`. */
export function runTests(kind: TestKind): void {
  const own = join(process.cwd(), 'vitest.config.ts');
  const config = existsSync(own) ? own : join(import.meta.dirname, 'vitest.config.ts');
  const args = ['run', '--root=.', `--config=${config}`, `--mode=${kind}`, ...process.argv.slice(2)];
  runNode([fileOf('vitest', 'vitest.mjs'), ...args]);
}
