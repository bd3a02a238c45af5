// npm start: everything, until told to stop.
import { runStage } from './run-stage.ts';
import { aborted } from './until-interrupted.ts';

await runStage((_, signal) => aborted(signal));
