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
  it('claims a free stage and releases it', async () => {
    const release = await claimStage(lock);
    await release();
    expect(await stageProcess(lock)).toBeUndefined();
  });

  it('rejects a stage that another process runs, with the action to take', async () => {
    await writeFile(lock, `${process.ppid}\n`);
    await expect(claimStage(lock)).rejects.toMatchObject({
      what: expect.stringContaining('running already'),
      remedy: expect.any(String),
    });
  });

  it.each(['999999999', 'not a number', ''])('takes over the lock of a killed process (%p)', async (left) => {
    await writeFile(lock, left);
    await expect(claimStage(lock)).resolves.toBeInstanceOf(Function);
  });
});
