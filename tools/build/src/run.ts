import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Path of a file in a package, wherever npm put it. */
export function fileOf(packageName: string, path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), path);
}

/** Runs Node on a script with this process's terminal and ends as it ends; its temporary files go with it. */
export function runNode(args: readonly string[]): void {
  const TMPDIR = mkdtempSync(join(tmpdir(), 'waypost-'));
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TMPDIR } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    rmSync(TMPDIR, { recursive: true, force: true });
    process.exitCode = code ?? 1;
  });
}
