import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  clientOptions,
  copyStage,
  localDirectory,
  type RunningStage,
  type StageOptions,
  startStage,
} from '@waypost/local';
import { expectReconciledLedger } from './expect-ledger.ts';
import { openShop, type Shop } from './shop.ts';

/** A stage for the tests of one file, since their faults and crashes would affect others. */
export interface OwnStage {
  readonly directory: string;
  /** Environment by which commands find the stage. */
  readonly stageFile: string;
  /** Starts the stage with the state of an earlier start. */
  readonly start: () => Promise<{ readonly running: RunningStage; readonly shop: Shop }>;
  /** @throws Error while the stage isn't running. */
  readonly running: () => RunningStage;
  readonly stop: () => Promise<void>;
  /**
   * Checks the ledger, stops the stage, and deletes its state.
   *
   * @throws Error if the ledger doesn't balance or differs from the payment provider.
   */
  readonly remove: () => Promise<void>;
  /** Runs the sweeper of orders or bookings at once instead of at its next minute. */
  readonly sweep: (service?: 'order' | 'booking') => Promise<void>;
}

export function ownStage(name: string, options: Pick<StageOptions, 'waitScale'> = {}): OwnStage {
  const directory = join(localDirectory, `${name}-${process.pid}`);
  const stageFile = join(directory, 'stage.json');
  let stage: RunningStage | undefined;
  const running = (): RunningStage => {
    if (!stage) throw new Error('No stage is running.');
    return stage;
  };
  const stop = async (): Promise<void> => {
    await stage?.stop();
    stage = undefined;
  };
  return {
    directory,
    stageFile,
    running,
    stop,
    start: async () => {
      const recordCallsTo = process.env['WAYPOST_RECORDED_CALLS'];
      const recording = recordCallsTo !== undefined && { recordCallsTo };
      // `npm test` deploys once and copies that stage; a single file of journeys deploys its own.
      const template = process.env['WAYPOST_STAGE_TEMPLATE'];
      if (template !== undefined && !existsSync(directory)) await copyStage(template, directory);
      stage = await startStage({ directory, quiet: true, warmWorkers: 80, ...recording, ...options });
      return { running: stage, shop: await openShop(stageFile) };
    },
    remove: async () => {
      try {
        if (stage) await expectReconciledLedger(stageFile);
      } finally {
        await stop();
        await rm(directory, { recursive: true, force: true });
      }
    },
    sweep: async (service = 'order') => {
      const FunctionName = `waypost-local-${service}-sweep-${service}s:live`;
      const lambda = new LambdaClient(clientOptions(running().target));
      await lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
    },
  };
}
