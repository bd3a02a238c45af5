import { availableParallelism } from 'node:os';
import type { Count } from './count.ts';
import type { Gate, GateContext } from './gates.ts';
import { countReports } from './test-reports.ts';
import type { Outcome } from './report.ts';
import { run } from './run.ts';

const once = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

async function timed(name: string, work: () => Promise<Pick<Outcome, 'count' | 'output'>>): Promise<Outcome> {
  const began = performance.now();
  const done = await work().catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return { count: once(false), output: String(error) };
  });
  return { name, ...done, seconds: (performance.now() - began) / 1000 };
}

export function checkGate(gate: Gate, context: GateContext): Promise<Outcome> {
  return timed(gate.name, async () => {
    const { code, output } = await gate.check(context);
    return { count: once(code === 0), output };
  });
}

/** Installs something that later steps need. Fails with the installer's own message. */
export function checkInstallation(name: string, install: () => Promise<unknown>): Promise<Outcome> {
  return timed(name, async () => {
    await install();
    return { count: once(true), output: '' };
  });
}

/** A turbo task that passes or fails as a whole. */
export function checkTask(name: string, task: string, { root, signal, environment }: GateContext): Promise<Outcome> {
  return timed(name, async () => {
    const args = [...turboArguments(task), `--concurrency=${availableParallelism()}`];
    const { code, output } = await run('turbo', args, { cwd: root, signal, environment });
    return { count: once(code === 0), output };
  });
}

/** A turbo task whose workspaces report tests, one by one; a run that fails without a failed test counts as one. */
export function checkTests(
  name: string,
  { task, report, atOnce = 2 }: { task: string; report: string; atOnce?: number },
  { root, signal, environment }: GateContext,
): Promise<Outcome> {
  return timed(name, async () => {
    const args = [...turboArguments(task), `--concurrency=${atOnce}`];
    const { code, output } = await run('turbo', args, { cwd: root, signal, environment });
    const { passed, failed } = await countReports(root, report);
    return { count: { passed, failed: code !== 0 && failed === 0 ? 1 : failed }, output };
  });
}

const turboArguments = (task: string): string[] => [
  'run',
  task,
  '--continue=always',
  '--output-logs=errors-only',
  '--no-update-notifier',
];
