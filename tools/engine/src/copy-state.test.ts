import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyState } from './copy-state.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'waypost-state-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the copy of a state', () => {
  it('has another port, also in the addresses of the state, and no files of the running process', async () => {
    const [from, to] = [join(directory, 'state'), join(directory, 'copy')];
    await mkdir(join(from, 'services'), { recursive: true });
    await writeFile(join(from, 'engine.port'), '4566\n');
    await writeFile(join(from, 'engine.pid'), '7\n');
    await writeFile(
      join(from, 'services', 'snapshot.json'),
      JSON.stringify({ queue: 'https://127.0.0.1:4566/000000000000/orders', time: 14_566 }),
    );
    await copyState(from, to);
    const port = (await readFile(join(to, 'engine.port'), 'utf8')).trim();
    expect(port).not.toBe('4566');
    expect(JSON.parse(await readFile(join(to, 'services', 'snapshot.json'), 'utf8'))).toEqual({
      queue: `https://127.0.0.1:${port}/000000000000/orders`,
      time: 14_566,
    });
    expect((await readdir(to)).toSorted()).toEqual(['engine.port', 'services']);
  });
});
