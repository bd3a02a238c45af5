import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceFolders, watchFolders } from './watch.ts';

let root: string;
let controller: AbortController;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'waypost-watch-'));
  controller = new AbortController();
  await mkdir(join(root, 'services/order/src/app'), { recursive: true });
  await mkdir(join(root, 'packages/contracts/src'), { recursive: true });
});

afterEach(async () => {
  controller.abort();
  await rm(root, { recursive: true });
});

describe('watching sources', () => {
  it('finds the sources of every workspace', async () => {
    const folders = await sourceFolders(root, ['services', 'packages', 'nothing-here']);
    expect(folders).toEqual(['services/order/src', 'packages/contracts/src']);
  });

  it('reports which folder had changes, except in tests', async () => {
    const told = Promise.withResolvers<string[]>();
    const changed = async (folders: ReadonlySet<string>) => told.resolve([...folders]);
    watchFolders(root, ['services/order/src', 'packages/contracts/src'], changed, controller.signal);
    await writeFile(join(root, 'packages/contracts/src/x.test.ts'), '');
    await writeFile(join(root, 'services/order/src/app/place-order.ts'), '');
    expect(await told.promise).toEqual(['services/order/src']);
  });

  it('reports changes during a call afterwards', async () => {
    const second = Promise.withResolvers<void>();
    let calls = 0;
    const changed = async (): Promise<void> => {
      calls += 1;
      if (calls === 1) await writeFile(join(root, 'services/order/src/app/b.ts'), '');
      else second.resolve();
    };
    watchFolders(root, ['services/order/src'], changed, controller.signal);
    await writeFile(join(root, 'services/order/src/app/a.ts'), '');
    await second.promise;
    expect(calls).toBe(2);
  });
});
