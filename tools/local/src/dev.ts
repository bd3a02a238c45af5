// npm run dev: the stage, and every change of a function on it in a moment.
import { bundlersOf } from './dev/bundlers.ts';
import type { Bundlers } from './dev/bundlers.ts';
import { releaseFunction, rememberReleases } from './dev/releases.ts';
import { sourceFolders, watchFolders } from './dev/watch.ts';
import { layoutOf, localDirectory, projectRoot } from './layout.ts';
import type { RunningStage } from './stage.ts';
import { runStage } from './run-stage.ts';
import type { Target } from './target.ts';
import { aborted } from './until-told.ts';

async function release(bundlers: Bundlers, target: Target, folders: ReadonlySet<string>): Promise<void> {
  const began = performance.now();
  const inPackages = [...folders].some((folder) => folder.startsWith('packages/'));
  const services = inPackages
    ? bundlers.services
    : bundlers.services.filter((service) => folders.has(`services/${service}/src`));
  try {
    const changed = (await bundlers.changedIn(services)).map(({ service, bundle: { name } }) => ({ service, name }));
    if (changed.length === 0) return;
    await rememberReleases(layoutOf(localDirectory).released, changed);
    await Promise.all(changed.map((each) => releaseFunction(target, each)));
    const names = changed.map(({ service, name }) => `${service}/${name}`);
    console.log(`↻ ${names.join(', ')} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    // esbuild has shown what is wrong with the source; the next change is another chance.
    console.error(`✖ Not released: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function watchSources({ target }: RunningStage, signal: AbortSignal): Promise<void> {
  const bundlers = await bundlersOf(projectRoot);
  const folders = await sourceFolders(projectRoot, ['services', 'packages']);
  watchFolders(projectRoot, folders, (changed) => release(bundlers, target, changed), signal);
  console.log('\nWatching services and packages: a changed function is on the stage in a moment.');
  await aborted(signal);
  await bundlers.dispose();
}

await runStage(watchSources);
