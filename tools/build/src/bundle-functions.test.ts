import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanBundles, functionBundler, sourcesOf } from './bundle-functions.ts';

let workspace: string;

const source = (name: string, text: string): Promise<void> => writeFile(join(workspace, 'src/functions', name), text);

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'waypost-build-'));
  await mkdir(join(workspace, 'src/functions'), { recursive: true });
});

afterEach(async () => {
  await rm(workspace, { recursive: true });
});

async function bundleOnce() {
  const bundler = await functionBundler(workspace);
  const bundles = await bundler.bundle();
  await bundler.dispose();
  return bundles;
}

const run = (name: string): string =>
  execFileSync(
    process.execPath,
    [
      '-e',
      `import(${JSON.stringify(join(workspace, 'dist', name, 'index.mjs'))}).then((m) => console.log(m.handler()))`,
    ],
    {
      encoding: 'utf8',
    },
  ).trim();

describe('functionBundler', () => {
  it('takes every function and leaves tests out', async () => {
    await source('a.ts', 'export const handler = () => 1;');
    await source('a.test.ts', 'throw new Error();');
    expect(await sourcesOf(workspace)).toEqual(['a.ts']);
  });

  it('writes a module that runs, a source map and a report outside the asset', async () => {
    await source('hello.ts', `const greeting: string = 'hello'; export const handler = (): string => greeting;`);
    const [bundle] = await bundleOnce();
    expect(run('hello')).toBe('hello');
    expect(await readFile(join(workspace, 'dist/hello/index.mjs.map'), 'utf8')).toContain('src/functions/hello.ts');
    expect(bundle?.report).toMatchObject({ function: 'hello', inputs: [{ path: 'src/functions/hello.ts' }] });
  });

  it('provides require to CommonJS dependencies, and not to others', async () => {
    await writeFile(join(workspace, 'src/old.cjs'), `const { sep } = require('path'); module.exports = { sep };`);
    await source('old.ts', `import old from '../old.cjs'; export const handler = () => old.sep;`);
    await source('young.ts', `import { sep } from 'node:path'; export const handler = () => sep;`);
    await bundleOnce();
    expect([run('old'), run('young')]).toEqual(['/', '/']);
    expect(await readFile(join(workspace, 'dist/young/index.mjs'), 'utf8')).not.toContain('createRequire');
  });

  it('names the sources in stack traces', async () => {
    await source(
      'failing.ts',
      `const fail = (): never => { throw new Error('why'); };
export const handler = () => { try { fail(); } catch (error) { return error.stack; } };`,
    );
    await bundleOnce();
    expect(run('failing')).toMatch(/^Error: why\n {4}at .*src\/functions\/failing\.ts:1:\d+/);
  });

  it('gives equal hashes to equal sources', async () => {
    await source('a.ts', 'export const handler = () => 1;');
    const [first] = await bundleOnce();
    await cleanBundles(workspace);
    const [second] = await bundleOnce();
    expect(second?.hash).toBe(first?.hash);
  });

  it('bundles again what changed', async () => {
    await source('a.ts', 'export const handler = () => 1;');
    const bundler = await functionBundler(workspace);
    const [first] = await bundler.bundle();
    await source('a.ts', 'export const handler = () => 2;');
    const [second] = await bundler.bundle();
    await bundler.dispose();
    expect(second?.hash).not.toBe(first?.hash);
    expect(run('a')).toBe('2');
  });
});
