import { parseArgs } from 'node:util';
import { StageError } from './stage-error.ts';

export interface StartArguments {
  readonly storefrontPort: number;
  readonly enginePort: number;
}

/** Fixed ports make addresses that can be kept; `--port` (the storefront's) and `--engine-port` choose others. */
export function startArguments(args: readonly string[]): StartArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '5173' }, 'engine-port': { type: 'string', default: '4566' } },
  });
  return { storefrontPort: portOf(values.port, '--port'), enginePort: portOf(values['engine-port'], '--engine-port') };
}

function portOf(text: string, option: string): number {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new StageError(`${option} ${text} is no port.`, 'Give a number from 0 (any free one) to 65535.');
}

const accountStages = ['sandbox', 'staging', 'prod'] as const;

export interface AccountArguments {
  readonly action: 'deploy' | 'destroy';
  readonly stage: (typeof accountStages)[number];
  /** For the CDK CLI. */
  readonly rest: readonly string[];
}

/** @throws StageError when the stage is missing, unknown or `local`, which `npm start` deploys. */
export function accountArguments([action, ...args]: readonly string[]): AccountArguments {
  const at = args.indexOf('--stage');
  const name = at >= 0 ? args[at + 1] : undefined;
  const stage = accountStages.find((each) => each === name);
  if (stage === undefined) {
    throw new StageError(
      name === undefined ? 'No stage was named.' : `${name} is no stage of an account.`,
      `Say which: npm run ${action} -- --stage ${accountStages.join('|')} (npm start deploys the local one).`,
    );
  }
  return { action: action === 'destroy' ? 'destroy' : 'deploy', stage, rest: args.toSpliced(at, 2) };
}
