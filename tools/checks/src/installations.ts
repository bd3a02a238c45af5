import { installEngine } from '@waypost/engine';
import { engineDirectory } from '@waypost/local';
import { installCheckTools } from '@waypost/python-tools';
import { installChromium } from '@waypost/test-kit/chromium';

/** Something that a run installs once, before the steps that need it. Quick when it is installed already. */
export interface Installation {
  readonly name: string;
  readonly install: () => Promise<unknown>;
}

export const installations: readonly Installation[] = [
  { name: 'installation of Chromium', install: installChromium },
  { name: 'installation of the engine', install: () => installEngine(engineDirectory) },
  { name: 'installation of cfn-lint and schemathesis', install: installCheckTools },
];
