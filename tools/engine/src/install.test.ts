import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installEngine, virtualEnvironmentOf } from './install.ts';
import type { CommandResult } from './run-command.ts';

const succeeds: CommandResult = { code: 0, output: '', missing: false };
const missing: CommandResult = { code: null, output: 'ENOENT', missing: true };
const fails = (output: string): CommandResult => ({ code: 1, output, missing: false });

let directory: string;
let commands: string[];

/** A machine on which the first answer whose pattern fits a command line is what that command does; anything else succeeds. */
const machine = (answers: readonly (readonly [RegExp, CommandResult])[] = []) => {
  commands = [];
  return async (command: string, args: readonly string[]): Promise<CommandResult> => {
    const line = [command, ...args].join(' ');
    commands.push(line);
    return answers.find(([pattern]) => pattern.test(line))?.[1] ?? succeeds;
  };
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'waypost-install-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a machine that has all that is needed', () => {
  it('gets a virtual environment with hash-checked packages, once', async () => {
    await installEngine(directory, machine());
    expect(commands.filter((line) => line.includes('--require-hashes'))).toHaveLength(1);

    await installEngine(directory, machine());
    expect(commands).toEqual([]);
  });

  it('names the environment after its requirements', async () => {
    expect(await virtualEnvironmentOf(directory)).toMatch(/[0-9a-f]{16}$/);
  });
});

describe('a machine that lacks something', () => {
  it('fails with the advice to install Python when there is none, or only an old one', async () => {
    const old = machine([
      [/^python3 .*version_info/, fails('')],
      [/version_info/, missing],
    ]);

    await expect(installEngine(directory, old)).rejects.toMatchObject({
      what: 'No Python 3.10 or newer was found.',
      remedy: expect.stringContaining('Install one'),
    });
  });

  it('fails with the package that contains the venv module', async () => {
    const withoutVenv = machine([[/import venv/, fails('ModuleNotFoundError')]]);

    await expect(installEngine(directory, withoutVenv)).rejects.toMatchObject({
      what: 'python3 has no venv module.',
      remedy: expect.stringContaining('python3-venv'),
    });
  });

  it('fails with the advice about a full disk, in the environment and in its packages', async () => {
    for (const step of [/-m venv/, /pip install/]) {
      const full = machine([[step, fails('OSError: [Errno 28] No space left on device')]]);

      await expect(installEngine(directory, full)).rejects.toMatchObject({ what: expect.stringContaining('is full') });
    }
  });

  it('is shown what pip said when the packages cannot be had', async () => {
    const offline = machine([[/pip install/, fails('Could not find a version')]]);

    await expect(installEngine(directory, offline)).rejects.toThrow('Could not find a version');
  });
});

describe('an installation that failed half-way', () => {
  it('is begun anew', async () => {
    await installEngine(directory, machine([[/pip install/, fails('killed')]])).catch(() => undefined);
    await installEngine(directory, machine());

    expect(commands.some((line) => line.includes('pip install'))).toBe(true);
  });
});
