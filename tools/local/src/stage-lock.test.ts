import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimStage, stageProcess } from './stage-lock.ts';

let lock: string;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-lock-'));
  lock = join(folder, 'stage.pid');
});

afterEach(() => rm(folder, { recursive: true }));

describe('claimStage', () => {
  it('takes a free stage and gives it back', async () => {
    const release = await claimStage(lock);
    await release();
    expect(await stageProcess(lock)).toBeUndefined();
  });

  it('refuses a stage that another process runs, and says what to do', async () => {
    await writeFile(lock, `${process.ppid}\n`);
    await expect(claimStage(lock)).rejects.toMatchObject({
      what: expect.stringContaining('running already'),
      remedy: expect.any(String),
    });
  });

  it.each(['999999999', 'not a number', ''])('takes over what a killed process left (%p)', async (left) => {
    await writeFile(lock, left);
    await expect(claimStage(lock)).resolves.toBeInstanceOf(Function);
  });
});
