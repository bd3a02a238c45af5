// npm start: runs everything until it is stopped.
import { runStage } from './run-stage.ts';
import { aborted } from './until-interrupted.ts';

await runStage((_, signal) => aborted(signal));
