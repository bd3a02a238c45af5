// npm run lint: the gates that need nothing but the sources.
import { projectRoot, untilInterrupted } from '@waypost/local';
import { checkGate } from './checks.ts';
import { gates } from './gates.ts';
import { describeOutcome } from './report.ts';

await untilInterrupted(async (signal) => {
  for (const gate of gates.filter(({ needs }) => needs === 'lint')) {
    const outcome = await checkGate(gate, { root: projectRoot, signal, environment: {} });
    console.log(describeOutcome(outcome));
    if (outcome.count.failed > 0) process.exitCode = 1;
  }
});
