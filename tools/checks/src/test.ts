// npm test: everything that must hold, on a stage of its own. Ends with one line: N passed, N failed.
import {
  copyStage,
  describeError,
  environmentOf,
  localDirectory,
  projectRoot,
  startStage,
  untilInterrupted,
} from '@waypost/local';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkGate, checkInstallation, checkTask, checkTests } from './checks.ts';
import { gates } from './gates.ts';
import type { Gate, GateContext } from './gates.ts';
import { forgetReports } from './test-reports.ts';
import { describeOutcome, lastLine } from './report.ts';
import { installations } from './installations.ts';
import type { Outcome } from './report.ts';

const outcomes: Outcome[] = [];

async function show(checking: Promise<Outcome>): Promise<Outcome> {
  const outcome = await checking;
  outcomes.push(outcome);
  console.log(describeOutcome(outcome));
  return outcome;
}

/** Gates that need only the sources use one core each; the others run alone. */
async function showGates(needs: Gate['needs'], context: GateContext): Promise<void> {
  const waiting = gates.filter((gate) => gate.needs === needs);
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) await show(checkGate(gate, context));
  };
  await Promise.all(Array.from({ length: needs === 'lint' ? availableParallelism() : 1 }, work));
}

/** Installs everything that later steps need, each thing once, while the functions are bundled. */
const install = (): Promise<unknown> =>
  Promise.all(installations.map(({ name, install: work }) => show(checkInstallation(name, work))));

async function checkSources(context: GateContext): Promise<boolean> {
  const [built] = await Promise.all([show(checkTask('build', 'build', context)), install()]);
  await show(checkTask('types', 'types', context));
  await showGates('lint', context);
  await show(checkTests('unit tests', { task: 'test', report: 'unit' }, context));
  await showGates('build', context);
  await show(checkTests('browser tests', { task: 'test:browser', report: 'browser', atOnce: 1 }, context));
  return built.count.failed === 0;
}

async function checkStage(context: GateContext): Promise<void> {
  const directory = join(localDirectory, `test-${process.pid}`);
  const recorded = join(directory, 'calls.jsonl');
  await mkdir(directory, { recursive: true });
  try {
    const began = performance.now();
    const running = await startStage({
      directory,
      recordCallsTo: recorded,
      warmWorkers: 64,
      quiet: true,
      signal: context.signal,
    });
    const seconds = (performance.now() - began) / 1000;
    await show(Promise.resolve({ name: 'stage of its own', count: { passed: 1, failed: 0 }, seconds, output: '' }));
    const template = join(directory, 'template');
    const environment = {
      ...environmentOf(running.stage),
      WAYPOST_STAGE_TEMPLATE: template,
      WAYPOST_STAGE_FILE: join(directory, 'stage.json'),
      WAYPOST_RECORDED_CALLS: recorded,
    };
    const onStage = { ...context, environment };
    try {
      const alone = { atOnce: 1 };
      await copyStage(directory, template);
      await show(checkTests('integration tests', { task: 'test:int', report: 'integration', ...alone }, onStage));
      await show(checkTests('journeys', { task: 'test:e2e', report: 'e2e', ...alone }, onStage));
      await showGates('journeys', onStage);
    } finally {
      await running.stop();
    }
    await showGates('stage', onStage);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

await untilInterrupted(async (signal) => {
  const context: GateContext = { root: projectRoot, signal, environment: {} };
  await forgetReports(projectRoot);
  try {
    if (await checkSources(context)) await checkStage(context);
  } catch (error) {
    if (signal.aborted) return console.log('\nStopped.');
    const failed = {
      name: 'stage of its own',
      count: { passed: 0, failed: 1 },
      seconds: 0,
      output: describeError(error),
    };
    await show(Promise.resolve(failed));
  }
  const allPassed = outcomes.every(({ count }) => count.failed === 0);
  process.exitCode = allPassed ? 0 : 1;
  console.log(`\n${lastLine(outcomes)}`);
});
