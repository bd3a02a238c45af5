import { projectRoot } from '@waypost/local';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';
import type { Ran } from './run.ts';

export interface GateContext {
  readonly root: string;
  readonly signal: AbortSignal;
  /** Input of a stage's gates: its environment, and the file of its recorded calls. Empty without a stage. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Something that must hold of the project as a whole. Each counts as one in the last line of `npm test`. */
export interface Gate {
  readonly name: string;
  /**
   * `lint`: needs nothing but the sources; `build`: needs bundles; `journeys`: needs the stage as its journeys left it; `stage`: needs
   * what a stage's tests recorded, and runs when it has ended.
   */
  readonly needs: 'lint' | 'build' | 'journeys' | 'stage';
  readonly check: (context: GateContext) => Promise<Ran>;
}

const command =
  (program: string, ...args: string[]): Gate['check'] =>
  ({ root, signal, environment }) =>
    run(program, args, { cwd: root, signal, environment });

const sourceFolders = ['apps', 'infra', 'packages', 'services', 'tests', 'tools'].filter((folder) =>
  existsSync(join(projectRoot, folder)),
);

/** Every gate of the project. A new one is a line here. */
export const gates: readonly Gate[] = [
  { name: 'formatting', needs: 'lint', check: command('prettier', '--check', '--log-level=warn', '.') },
  { name: 'lint rules', needs: 'lint', check: command('oxlint', '--type-aware', '--deny-warnings') },
  {
    name: 'direction of imports',
    needs: 'lint',
    check: command('depcruise', '--output-type', 'err', ...sourceFolders),
  },
  {
    name: 'unused files, exports and packages',
    needs: 'lint',
    check: command('knip', '--no-progress', '--no-config-hints'),
  },
  {
    name: 'pages that match the sources',
    needs: 'lint',
    check: command('node', 'tools/checks/src/check-docs.ts'),
  },
  {
    name: '13,000 orders simulated',
    needs: 'build',
    check: command('node', 'tests/simulation/src/simulate.ts', '--new-seeds', '300'),
  },
  {
    name: '7,500 trips simulated',
    needs: 'build',
    check: command('node', 'tests/simulation/src/trips/main.ts', '--new-seeds', '500'),
  },
  {
    name: 'APIs that conform to their OpenAPI documents',
    needs: 'journeys',
    check: command('node', 'tools/checks/src/fuzz-apis.ts'),
  },
  {
    name: 'ledger that balances and agrees with the provider',
    needs: 'journeys',
    check: command('node', 'tests/ledger/check-ledger.ts'),
  },
  { name: 'permissions in use', needs: 'stage', check: command('node', 'infra/gates/check-iam-use.ts') },
];
