import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Limit of the script that the first page loads, in compressed bytes. */
const BUDGET = 170_000;

const assets = new URL('../dist/assets/', import.meta.url);

describe('the script of the first page', () => {
  it('is small enough for a slow connection', async () => {
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const sizes = await Promise.all(
      scripts.map(async (name) => gzipSync(await readFile(new URL(name, assets))).length),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BUDGET);
  });
});
