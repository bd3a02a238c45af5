// npm run reset: deletes the state of the local stage.
import { localDirectory } from './layout.ts';
import { forgetStage } from './stage.ts';
import { describeError } from './stage-error.ts';

try {
  await forgetStage(localDirectory);
  console.log('Forgotten. npm start opens a new shop.');
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
