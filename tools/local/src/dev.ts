// npm run dev: the stage, and every change of a function on it in a moment.
import { releaseChanges } from './dev/release-changes.ts';
import { projectRoot } from './layout.ts';
import { runStage } from './run-stage.ts';

await runStage(({ target }, signal) => releaseChanges({ root: projectRoot, target, tell: console.log, signal }));
