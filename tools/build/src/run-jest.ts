import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileOf, runNode } from './run.ts';

/** Runs jest on the calling workspace; the result is counted from `.reports/<report>.json`. */
export function runJest(report: string, args: readonly string[]): void {
  mkdirSync('.reports', { recursive: true });
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const preset = `--preset=${relative(process.cwd(), join(import.meta.dirname, '../../../jest-preset.js'))}`;
  const cache = `--cacheDirectory=${join(import.meta.dirname, '../../../node_modules/.cache/jest')}`;
  const reporting = ['--passWithNoTests', '--json', `--outputFile=.reports/${report}.json`];
  runNode([...node, fileOf('jest', 'bin/jest.js'), preset, cache, ...reporting, ...args, ...process.argv.slice(2)]);
}
