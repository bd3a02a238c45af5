import { join, resolve } from 'node:path';

/** The project's root folder. */
export const projectRoot = resolve(import.meta.dirname, '../../..');

/** Files of a stage, all below one folder that git ignores. */
export interface StageLayout {
  /** State of the engine's services. */
  readonly state: string;
  readonly stageFile: string;
  /** File with the id of the process that runs the stage. */
  readonly lock: string;
  readonly logs: string;
  /** Synthesized templates and assets. */
  readonly assembly: string;
  /** Fingerprint of the last deployment. */
  readonly deployed: string;
  /** Functions whose code `npm run dev` deployed, unknown to any stack. */
  readonly released: string;
}

export const localDirectory = join(projectRoot, '.local');

/** The engine's virtual environment, shared by every stage of this checkout. */
export const engineDirectory = join(localDirectory, 'engine');

export function layoutOf(directory: string): StageLayout {
  return {
    state: join(directory, 'state'),
    stageFile: join(directory, 'stage.json'),
    lock: join(directory, 'stage.pid'),
    logs: join(directory, 'logs'),
    assembly: join(directory, 'cdk.out'),
    deployed: join(directory, 'deployed.sha256'),
    released: join(directory, 'released.json'),
  };
}
