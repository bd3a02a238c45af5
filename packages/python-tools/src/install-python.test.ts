import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installPython, virtualEnvironmentOf } from './install-python.ts';
import type { CommandResult, RunCommand } from './run-command.ts';

const succeeds: CommandResult = { code: 0, output: '', missing: false };
const missing: CommandResult = { code: null, output: 'ENOENT', missing: true };
const fails = (output: string): CommandResult => ({ code: 1, output, missing: false });

let directory: string;
let requirements: string;
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

const install = (run: RunCommand) => installPython(directory, requirements, run);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'waypost-install-'));
  requirements = join(directory, 'requirements.txt');
  await writeFile(requirements, 'cfn-lint==1.58.0');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a machine that has all that is needed', () => {
  it('gets a virtual environment with hash-checked packages, once', async () => {
    await install(machine());
    expect(commands.filter((line) => line.includes('--require-hashes'))).toHaveLength(1);

    await install(machine());
    expect(commands).toEqual([]);
  });

  it('names the environment after its requirements', async () => {
    expect(await virtualEnvironmentOf(directory, requirements)).toMatch(/[0-9a-f]{16}$/);
  });
});

describe('a machine that lacks something', () => {
  it('fails with the advice to install Python when there is none, or only an old one', async () => {
    const old = machine([
      [/^python3 .*version_info/, fails('')],
      [/version_info/, missing],
    ]);

    await expect(install(old)).rejects.toMatchObject({
      what: 'No Python 3.10 or newer was found.',
      remedy: expect.stringContaining('Install one'),
    });
  });

  it('fails with the package that contains the venv module', async () => {
    const withoutVenv = machine([[/import venv/, fails('ModuleNotFoundError')]]);

    await expect(install(withoutVenv)).rejects.toMatchObject({
      what: 'python3 has no venv module.',
      remedy: expect.stringContaining('python3-venv'),
    });
  });

  it('fails with the advice about a full disk, in the environment and in its packages', async () => {
    for (const step of [/-m venv/, /pip install/]) {
      const full = machine([[step, fails('OSError: [Errno 28] No space left on device')]]);

      await expect(install(full)).rejects.toMatchObject({ what: expect.stringContaining('is full') });
    }
  });

  it('is shown what pip said when the packages cannot be had', async () => {
    const offline = machine([[/pip install/, fails('Could not find a version')]]);

    await expect(install(offline)).rejects.toThrow('Could not find a version');
  });
});

describe('an installation that failed half-way', () => {
  it('is begun anew', async () => {
    await install(machine([[/pip install/, fails('killed')]])).catch(() => undefined);
    await install(machine());

    expect(commands.some((line) => line.includes('pip install'))).toBe(true);
  });
});
