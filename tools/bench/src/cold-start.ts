import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { median, table } from './figures.ts';
import { type DeployedFunction, deployedFunctions } from './functions.ts';

const MEASURE = join(import.meta.dirname, 'measure-import.mjs');
const SERVICES = resolve(import.meta.dirname, '../../../services');
const execute = promisify(execFile);

interface Candidate {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface ColdStart {
  readonly name: string;
  readonly bytes: number;
  /** Time to import the bundle, median, in milliseconds. */
  readonly initialisation: number;
  /** Difference to an empty handler, in milliseconds. */
  readonly overEmpty: number;
  /** Difference of CPU time to an empty handler, in milliseconds. It does not depend on the load of the machine. */
  readonly processorOverEmpty: number;
}

/**
 * Measures the initialization of each function in a new process, compared with an empty handler. Rounds are
 * interleaved, so that other load affects all of them equally. Bundles are alone in a folder, as on Lambda.
 */
export async function coldStarts(rounds: number, tell: (round: number) => void): Promise<readonly ColdStart[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-bench-'));
  try {
    const empty = await emptyHandler(folder);
    const functions = await Promise.all(deployedFunctions().map((deployed) => candidate(deployed, folder)));
    const times = await interleaved([empty, ...functions], rounds, tell);
    const of = ({ name }: Candidate, which: keyof Times) => median((times.get(name) ?? []).map((time) => time[which]));
    return functions
      .map((measured) => ({
        name: measured.name,
        bytes: measured.bytes,
        initialisation: of(measured, 'clock'),
        overEmpty: of(measured, 'clock') - of(empty, 'clock'),
        processorOverEmpty: of(measured, 'processor') - of(empty, 'processor'),
      }))
      .toSorted((a, b) => b.overEmpty - a.overEmpty);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Times {
  readonly clock: number;
  readonly processor: number;
}

async function interleaved(candidates: readonly Candidate[], rounds: number, tell: (round: number) => void) {
  const times = new Map<string, Times[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    tell(round + 1);
    for (const one of candidates) times.get(one.name)?.push(await initialise(one));
  }
  return times;
}

async function initialise({ file, environment }: Candidate): Promise<Times> {
  const { stdout } = await execute(process.execPath, [MEASURE, file], {
    env: {
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'measured',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      ...environment,
    },
  });
  const [clock = NaN, processor = NaN] = stdout.split(' ').map(Number);
  return { clock, processor };
}

async function emptyHandler(folder: string): Promise<Candidate> {
  const file = join(folder, 'empty.mjs');
  await writeFile(file, 'export const handler = async () => ({});\n');
  const { size: bytes } = await stat(file);
  return { name: 'empty handler', file, bytes, environment: {} };
}

async function candidate({ service, name, environment }: DeployedFunction, folder: string): Promise<Candidate> {
  const asset = join(folder, service, name);
  await cp(join(SERVICES, service, 'dist', name), asset, { recursive: true });
  const file = join(asset, 'index.mjs');
  const { size: bytes } = await stat(file);
  return { name: `${service} ${name}`, file, bytes, environment };
}

/** The section of the page of benchmarks. */
export function describeColdStarts(starts: readonly ColdStart[], rounds: number): string {
  const rows = starts.map(({ name, bytes, initialisation, overEmpty, processorOverEmpty }) => [
    name,
    (bytes / 1000).toFixed(0),
    initialisation.toFixed(1),
    `+${overEmpty.toFixed(1)}`,
    `+${processorOverEmpty.toFixed(1)}`,
  ]);
  return [
    `Each bundle is imported in a new process, interleaved with an empty handler; median of ${rounds}.`,
    '',
    table(['function', 'bundle, KB', 'initialisation, ms', 'over an empty handler, ms', 'of the processor, ms'], rows),
  ].join('\n');
}
