export { invokeOnStage } from './ask-on-stage.ts';
export { clientOptions } from './target.ts';
export { releaseChanges } from './dev/release-changes.ts';
export { engineDirectory, localDirectory, projectRoot } from './layout.ts';
export { forgetStage, startStage } from './stage.ts';
export type { RunningStage, StageOptions } from './stage.ts';
export { describeError, StageError } from './stage-error.ts';
export { environmentOf, readStageFile, StageFile } from './stage-file.ts';
export { untilInterrupted } from './until-interrupted.ts';
