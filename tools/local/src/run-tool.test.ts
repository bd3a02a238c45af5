import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-tool-'));
});

afterEach(() => rm(folder, { recursive: true }));

const run = (script: string, more: { signal?: AbortSignal; onLine?: (line: string) => void } = {}) =>
  runTool({
    doing: 'Trying',
    command: process.execPath,
    args: ['-e', script],
    cwd: folder,
    env: process.env,
    logFile: join(folder, 'logs', 'try.log'),
    ...more,
  });

describe('runTool', () => {
  it('logs the output of the tool and passes its lines on', async () => {
    const lines: string[] = [];
    await run(`console.log('one'); console.error('two')`, { onLine: (line) => lines.push(line) });
    expect(lines.toSorted()).toEqual(['one', 'two']);
    expect(await readFile(join(folder, 'logs', 'try.log'), 'utf8')).toContain('two');
  });

  it('fails with the last lines and the path of the log', async () => {
    const failed = run(`console.error('no such thing'); process.exit(3)`);
    await expect(failed).rejects.toMatchObject({
      what: expect.stringContaining('no such thing'),
      remedy: expect.stringContaining('try.log'),
    });
  });

  it('recognizes a full disk by its message', async () => {
    const failed = run(`console.error('write: ENOSPC, no space left on device'); process.exit(1)`);
    await expect(failed).rejects.toMatchObject({ what: 'The disk is full.' });
  });

  it('stops the tool on request', async () => {
    const controller = new AbortController();
    const running = run(`console.log('up'); setInterval(() => {}, 1000)`, {
      signal: controller.signal,
      onLine: () => controller.abort(),
    });
    await expect(running).rejects.toThrow('aborted');
  });
});
