import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clientOptions, localDirectory, type RunningStage, type StageOptions, startStage } from '@waypost/local';
import { expectLedgerToAgree } from './expect-ledger.ts';
import { openShop, type Shop } from './shop.ts';

/** A stage that journeys have to themselves, since what they do to it strikes whoever else is there. */
export interface OwnStage {
  readonly directory: string;
  /** What a person's commands find the stage by. */
  readonly stageFile: string;
  /** Brings it up, with what an earlier start left. */
  readonly start: () => Promise<{ readonly running: RunningStage; readonly shop: Shop }>;
  /** @throws Error while it isn't there. */
  readonly running: () => RunningStage;
  readonly stop: () => Promise<void>;
  /**
   * Looks at its books once more, stops it, and forgets all that it was.
   *
   * @throws Error where they don't balance, or differ from the payment provider's.
   */
  readonly remove: () => Promise<void>;
  /** Sweeps orders or bookings as the schedule does, without waiting for its next minute. */
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
      stage = await startStage({ directory, quiet: true, warmWorkers: 80, ...recording, ...options });
      return { running: stage, shop: await openShop(stageFile) };
    },
    remove: async () => {
      try {
        if (stage) await expectLedgerToAgree(stageFile);
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
