import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { released, rememberReleases } from './releases.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-releases-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('functions changed behind their stacks', () => {
  it('are none at first', async () => {
    expect(await released(join(folder, 'released.json'))).toEqual([]);
  });

  it('are remembered once each', async () => {
    const file = join(folder, 'released.json');
    await rememberReleases(file, [{ service: 'order', name: 'place-order' }]);
    await rememberReleases(file, [
      { service: 'order', name: 'place-order' },
      { service: 'catalog', name: 'get-product' },
    ]);
    expect(await released(file)).toEqual([
      { service: 'order', name: 'place-order' },
      { service: 'catalog', name: 'get-product' },
    ]);
  });
});
