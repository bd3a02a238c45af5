import { startArguments } from './arguments.ts';
import { localDirectory } from './layout.ts';
import { startStage } from './stage.ts';
import type { RunningStage } from './stage.ts';
import { describeError } from './stage-error.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { welcome } from './welcome.ts';

/** Starts the user's stage, runs work while it is up, and stops it on a signal. */
export async function runStage(whileUp: (running: RunningStage, signal: AbortSignal) => Promise<void>): Promise<void> {
  await untilInterrupted(async (signal) => {
    try {
      const { storefrontPort, enginePort } = startArguments(process.argv.slice(2));
      const endpoint = process.env['AWS_ENDPOINT_URL'];
      const running = await startStage({
        directory: localDirectory,
        ports: { storefront: storefrontPort, engine: enginePort },
        signal,
        ...(endpoint && { endpoint }),
      });
      console.log(welcome(running, process.uptime()));
      await whileUp(running, signal);
      console.log('\nStopping …');
      await running.stop();
      console.log('Stopped. npm start goes on where this ended.');
    } catch (error) {
      if (signal.aborted) return console.log('\nStopped before it was up.');
      console.error(`\n${describeError(error)}`);
      process.exitCode = 1;
    }
  });
}
