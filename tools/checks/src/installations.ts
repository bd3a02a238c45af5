import { installEngine, installPython } from '@waypost/engine';
import { engineDirectory, projectRoot } from '@waypost/local';
import { installChromium } from '@waypost/test-kit/chromium';
import { join } from 'node:path';

/** Something that a run installs once, before the steps that need it. Quick when it is installed already. */
export interface Installation {
  readonly name: string;
  readonly install: () => Promise<unknown>;
}

export const installations: readonly Installation[] = [
  { name: 'installation of Chromium', install: installChromium },
  { name: 'installation of the engine', install: () => installEngine(engineDirectory) },
  {
    name: 'installation of cfn-lint',
    install: () =>
      installPython(join(projectRoot, '.local/python'), join(projectRoot, 'tools/checks/python/requirements.txt')),
  },
];
