import { functionBundler } from '@waypost/build';
import type { FunctionBundle, FunctionBundler } from '@waypost/build';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface ChangedFunction {
  readonly service: string;
  readonly bundle: FunctionBundle;
}

interface Watched {
  readonly bundler: FunctionBundler;
  /** Function → hash of the code that the stage has. */
  readonly deployed: Map<string, string>;
}

/** Bundlers of every service, kept warm, that know what the running stage has. */
export interface Bundlers {
  /** Bundles the services again and gives the functions whose code differs from before. Throws esbuild's errors. */
  changedIn(services: readonly string[]): Promise<ChangedFunction[]>;
  readonly services: readonly string[];
  dispose(): Promise<void>;
}

async function watched(folder: string): Promise<Watched> {
  const bundler = await functionBundler(folder);
  const bundles = await bundler.bundle();
  return { bundler, deployed: new Map(bundles.map(({ name, hash }) => [name, hash])) };
}

export async function bundlersOf(root: string): Promise<Bundlers> {
  const folderOf = (service: string): string => join(root, 'services', service);
  const services = await readdir(join(root, 'services'));
  const all = new Map(await Promise.all(services.map(async (name) => [name, await watched(folderOf(name))] as const)));

  const changed = async (service: string): Promise<ChangedFunction[]> => {
    const known = all.get(service);
    if (!known) return [];
    const bundles = await known.bundler.bundle();
    const different = bundles.filter(({ name, hash }) => known.deployed.get(name) !== hash);
    for (const { name, hash } of different) known.deployed.set(name, hash);
    return different.map((bundle) => ({ service, bundle }));
  };
  return {
    services,
    changedIn: async (asked) => (await Promise.all(asked.map(changed))).flat(),
    dispose: async () => {
      await Promise.all([...all.values()].map(({ bundler }) => bundler.dispose()));
    },
  };
}
