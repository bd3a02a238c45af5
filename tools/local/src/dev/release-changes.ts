import { layoutOf, localDirectory } from '../layout.ts';
import type { Target } from '../target.ts';
import { aborted } from '../until-interrupted.ts';
import { bundlersOf } from './bundlers.ts';
import type { Bundlers } from './bundlers.ts';
import { releaseFunction, rememberReleases } from './releases.ts';
import { sourceFolders, watchFolders } from './watch.ts';

export interface ReleaseChanges {
  /** The folder whose `services` and `packages` are watched. */
  readonly root: string;
  readonly target: Target;
  /** File that lists functions whose code differs from their stack. */
  readonly released?: string;
  readonly tell: (line: string) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Watches the sources of functions, and puts each whose code differs onto the running stage. Ends when told. */
export async function releaseChanges(options: ReleaseChanges): Promise<void> {
  const { root, tell, signal } = options;
  const bundlers = await bundlersOf(root);
  const folders = await sourceFolders(root, ['services', 'packages']);
  watchFolders(root, folders, (changed) => release(bundlers, options, changed), signal);
  tell('Watching services and packages: a changed function is on the stage in a moment.');
  await aborted(signal);
  await bundlers.dispose();
}

async function release(
  bundlers: Bundlers,
  { target, tell, released = layoutOf(localDirectory).released }: ReleaseChanges,
  folders: ReadonlySet<string>,
): Promise<void> {
  const began = performance.now();
  const inPackages = [...folders].some((folder) => folder.startsWith('packages/'));
  const services = inPackages
    ? bundlers.services
    : bundlers.services.filter((service) => folders.has(`services/${service}/src`));
  try {
    const changed = await bundlers.changedIn(services);
    if (changed.length === 0) return;
    const functions = changed.map(({ service, bundle: { name, folder } }) => ({ service, name, folder }));
    await rememberReleases(released, functions);
    await Promise.all(functions.map((each) => releaseFunction(target, each)));
    const names = functions.map(({ service, name }) => `${service}/${name}`);
    tell(`↻ ${names.join(', ')} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    // esbuild has shown what is wrong with the source; the next change is another chance.
    tell(`✖ Not released: ${error instanceof Error ? error.message : String(error)}`);
  }
}
