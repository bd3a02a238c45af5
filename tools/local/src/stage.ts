import { serveStorefront } from '@waypost/storefront';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { recallReleases } from './dev/releases.ts';
import { layoutOf, projectRoot } from './layout.ts';
import type { StageLayout } from './layout.ts';
import { assertPortFree } from './ports.ts';
import { removeStageFile, writeStageFile } from './stage-file.ts';
import type { StageFile } from './stage-file.ts';
import { claimStage } from './stage-lock.ts';
import { buildEverything } from './steps/build.ts';
import { bootstrapCdk, deployEverything } from './steps/deploy.ts';
import { leaveStorefrontUrl, readParameters } from './steps/parameters.ts';
import type { StageParameters } from './steps/parameters.ts';
import { makeSampleUsers, sampleUsers, signIn } from './steps/sample-users.ts';
import { seedShop } from './steps/seed.ts';
import { pendingOrders } from './steps/pending-orders.ts';
import { stepsOnTerminal } from './steps.ts';
import type { Steps } from './steps.ts';
import { namedEndpoint, ownEngine } from './target.ts';
import type { Target } from './target.ts';

export interface StageOptions {
  /** Folder of the stage's state, logs and `stage.json`. */
  readonly directory: string;
  /** Absent or 0: a free port. */
  readonly ports?: { readonly engine?: number; readonly storefront?: number };
  /** File to which the engine appends a line for every AWS call. */
  readonly recordCallsTo?: string;
  /**
   * Number of idle functions that keep a process, about 25 MB each. The engine's default suits one user; tests need
   * more.
   */
  readonly warmWorkers?: number;
  /** Factor on the waits and retry delays of workflows, for tests of timeouts. Default: 1. */
  readonly waitScale?: number;
  /** Shows no progress. */
  readonly quiet?: boolean;
  /** Endpoint to use instead of the stage's own engine. */
  readonly endpoint?: string;
  /** Aborts the start. */
  readonly signal?: AbortSignal;
}

export interface RunningStage {
  readonly stage: StageFile;
  readonly target: Target;
  /** Orders that an earlier run left without a decision. */
  readonly undecided: readonly string[];
  /** Stops everything and keeps the state. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Brings a whole stage up: engine, stacks, sample users, products, storefront. What it started is ended when it fails.
 *
 * @throws StageError, or an error of the engine, with what failed and what to do.
 */
export async function startStage(options: StageOptions): Promise<RunningStage> {
  const layout = layoutOf(options.directory);
  const endings: (() => Promise<void>)[] = [];
  const onStop = (ending: () => Promise<void>) => void endings.push(ending);
  const stop = async (): Promise<void> => {
    for (let ending = endings.pop(); ending; ending = endings.pop()) await ending();
  };
  try {
    return { ...(await bringUp(options, layout, onStop)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type OnStop = (ending: () => Promise<void>) => void;

async function bringUp(
  options: StageOptions,
  layout: StageLayout,
  onStop: OnStop,
): Promise<Omit<RunningStage, 'stop'>> {
  const { ports = {} } = options;
  const steps = stepsOnTerminal({
    quiet: options.quiet ?? false,
    signal: options.signal ?? new AbortController().signal,
  });
  const { signal } = steps;
  onStop(await claimStage(layout.lock));
  await removeStageFile(layout.stageFile);
  await assertPortFree(ports.storefront ?? 0, '--port');

  const [target] = await steps.both(
    { title: 'Local AWS engine', work: () => bringUpTarget(options, layout, onStop, signal) },
    { title: 'Functions and pages built', work: (tell) => buildEverything(layout.logs, signal, tell) },
  );
  await steps.one('Stacks deployed', async (tell) => {
    await deployEverything(target, layout, signal, tell);
    await recallReleases(target, layout.released);
  });
  const parameters = await readParameters(target);
  await fill(steps, target, parameters);
  const stage = stageOf(target, parameters, await openStorefront(options, target, parameters, onStop));
  const undecided = await pendingAt(target, parameters);
  signal.throwIfAborted();
  onStop(() => removeStageFile(layout.stageFile));
  await writeStageFile(layout.stageFile, stage);
  return { stage, target, undecided };
}

async function bringUpTarget(
  options: StageOptions,
  layout: StageLayout,
  onStop: OnStop,
  signal: AbortSignal,
): Promise<Target> {
  const target = options.endpoint
    ? await namedEndpoint(options.endpoint, process.env)
    : await bringUpEngine(options, layout);
  onStop(() => target.stop());
  signal.throwIfAborted();
  await bootstrapCdk(target, layout, signal);
  return target;
}

async function bringUpEngine(
  { ports = {}, recordCallsTo, warmWorkers, waitScale }: StageOptions,
  layout: StageLayout,
): Promise<Target> {
  const port = ports.engine ?? 0;
  await assertPortFree(port, '--engine-port');
  await mkdir(layout.state, { recursive: true });
  const resumed = (await readdir(layout.state)).length > 0;
  return ownEngine({
    layout,
    port,
    resumed,
    ...(recordCallsTo !== undefined && { recordCallsTo }),
    ...(warmWorkers !== undefined && { warmWorkers }),
    ...(waitScale !== undefined && { waitScale }),
  });
}

async function fill(steps: Steps, target: Target, parameters: StageParameters): Promise<void> {
  const clientId = parameters.required('identity/client-id');
  await steps.one('Sample users', () => makeSampleUsers(target, parameters.required('identity/user-pool-id')));
  const token = await signIn(target, clientId, sampleUsers.operator);
  const { catalog, inventory } = parameters.apis;
  if (!catalog || !inventory) return;
  await steps.one('Products and stock', async (tell) => {
    await seedShop({ products: await seedProducts(), catalog, inventory, token, tell });
  });
}

const SeedModule = z.object({
  products: z.array(z.looseObject({ sku: z.string(), stock: z.record(z.string(), z.number()) })),
});

/** Loaded by path, since tools must not import services. */
async function seedProducts() {
  const module: unknown = await import(pathToFileURL(join(projectRoot, 'services/catalog/seed/products.ts')).href);
  return SeedModule.parse(module).products;
}

async function openStorefront(
  { ports = {} }: StageOptions,
  target: Target,
  parameters: StageParameters,
  onStop: OnStop,
): Promise<string> {
  const storefront = await serveStorefront({
    port: ports.storefront ?? 0,
    stage: {
      apis: parameters.apis,
      cognitoEndpoint: target.endpoint,
      clientId: parameters.required('identity/client-id'),
      // The engine sends no mail, and its Cognito accepts this code for every new account.
      sampleCode: '123456',
      sampleUsers: [
        { label: 'Ada, a shopper', ...sampleUsers.shopper },
        { label: 'Ben, another shopper', ...sampleUsers.secondShopper },
        { label: 'Olga, the operator', ...sampleUsers.operator },
      ],
      ...(target.caFile !== undefined && { caFile: target.caFile }),
    },
  });
  onStop(() => storefront.stop());
  await leaveStorefrontUrl(target, storefront.url);
  return storefront.url;
}

function stageOf(target: Target, parameters: StageParameters, storefront: string): StageFile {
  const { region, accountId, endpoint, caFile } = target;
  return {
    stage: 'local',
    region,
    accountId,
    endpoint,
    ...(caFile !== undefined && { caFile }),
    urls: { storefront, api: `${storefront}/api` },
    services: Object.fromEntries(Object.entries(parameters.apis).map(([name, apiUrl]) => [name, { apiUrl }])),
    users: sampleUsers,
    identity: {
      userPoolId: parameters.required('identity/user-pool-id'),
      clientId: parameters.required('identity/client-id'),
    },
  };
}

async function pendingAt(target: Target, parameters: StageParameters): Promise<readonly string[]> {
  const tableName = parameters.optional('order/table-name');
  return target.resumed && tableName !== undefined ? pendingOrders(target, tableName) : [];
}

/** Deletes the state, logs and templates of a stage that isn't running. */
export async function forgetStage(directory: string): Promise<void> {
  const layout = layoutOf(directory);
  const release = await claimStage(layout.lock);
  const { state, assembly, deployed, released, logs, stageFile } = layout;
  const kept = [state, assembly, deployed, released, logs, stageFile];
  await Promise.all(kept.map((path) => rm(path, { recursive: true, force: true })));
  await release();
}
