import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlersOf } from './bundlers.ts';
import type { Bundlers } from './bundlers.ts';

let root: string;
let bundlers: Bundlers;

const write = (name: string, text: string) => writeFile(join(root, 'services/order/src/functions', name), text);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'waypost-dev-'));
  await mkdir(join(root, 'services/order/src/functions'), { recursive: true });
  await write('shared.ts', 'export const one = 1;');
  await write('place-order.ts', 'export const handler = () => 1;');
  await write('get-order.ts', 'export const handler = () => 2;');
  bundlers = await bundlersOf(root);
});

afterEach(async () => {
  await bundlers.dispose();
  await rm(root, { recursive: true });
});

describe('after a change', () => {
  it('names the functions whose code differs, once', async () => {
    await write('place-order.ts', 'export const handler = () => 3;');
    const changed = await bundlers.changedIn(['order']);
    expect(changed).toMatchObject([{ service: 'order', bundle: { name: 'place-order' } }]);
    expect(await bundlers.changedIn(['order'])).toEqual([]);
  });

  it('names none when only a comment changed', async () => {
    await write('get-order.ts', '/* why */ export const handler = () => 2;');
    expect(await bundlers.changedIn(['order'])).toEqual([]);
  });

  it('fails on an error, and continues when it is fixed', async () => {
    await write('place-order.ts', `import './nothing-here.ts';`);
    await expect(bundlers.changedIn(['order'])).rejects.toThrow('nothing-here');
    await write('place-order.ts', 'export const handler = () => 4;');
    expect(await bundlers.changedIn(['order'])).toHaveLength(1);
  });
});
