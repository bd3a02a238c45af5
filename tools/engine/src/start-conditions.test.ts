import { writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificateIn } from './certificate.ts';
import { clientEnvironment, engineEnvironment, temporaryDirectoryOf } from './environment.ts';
import { nodeDirectory } from './node-directory.ts';
import { freePort, portOf } from './ports.ts';
import { runningEngine } from './state-lock.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'waypost-start-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the port of a state', () => {
  it('is the same at every start', async () => {
    const port = await portOf(directory);

    expect(await portOf(directory)).toBe(port);
    expect(await portOf(directory, port)).toBe(port);
  });

  it('cannot be changed, since its queue URLs name it', async () => {
    const port = await portOf(directory);

    await expect(portOf(directory, port + 1)).rejects.toMatchObject({ what: expect.stringContaining(`port ${port}`) });
  });

  it('is refused while something listens there', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });

    await expect(portOf(directory, port)).rejects.toMatchObject({ what: `Port ${port} is taken.` });
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
});

describe('the certificate of a state', () => {
  it('is made once', async () => {
    let made = 0;
    const openssl = async (_command: string, args: readonly string[]) => {
      made += 1;
      writeFileSync(args[args.indexOf('-out') + 1] ?? '', 'certificate');
      return { code: 0, output: '', missing: false };
    };

    const { certificateFile } = await certificateIn(directory, openssl);
    expect(await certificateIn(directory, openssl)).toMatchObject({ certificateFile });
    expect(made).toBe(1);
  });

  it.each([
    [{ code: null, output: '', missing: true }, 'No openssl was found'],
    [{ code: 1, output: 'No space left on device', missing: false }, 'is full'],
    [{ code: 1, output: 'unknown option -addext', missing: false }, 'unknown option -addext'],
  ])('says what is wrong with the machine: %j', async (result, what) => {
    await expect(certificateIn(directory, async () => result)).rejects.toMatchObject({
      what: expect.stringContaining(what),
    });
  });
});

describe('a state directory', () => {
  it('has no engine when the process of its lock is gone or is another program', async () => {
    expect(await runningEngine(directory)).toBeUndefined();
    for (const pid of [999_999_999, process.ppid]) {
      await writeFile(join(directory, 'engine.pid'), `${pid}\n`);
      expect(await runningEngine(directory)).toBeUndefined();
    }
  });

  it('has temporary files of its own, outside itself', () => {
    expect(temporaryDirectoryOf('/a')).not.toBe(temporaryDirectoryOf('/b'));
    expect(temporaryDirectoryOf(directory)).not.toContain(directory);
  });
});

describe('the functions of an engine', () => {
  it('run on Node 24 or not at all', async () => {
    const old = async () => ({ code: 0, output: 'v20.20.0', missing: false });

    await expect(nodeDirectory(old)).rejects.toMatchObject({ what: expect.stringContaining('No Node 24') });
  });

  it('have none of the environment of the process that started the engine', () => {
    const certificate = { certificateFile: '/c', keyFile: '/k' };
    const environment = engineEnvironment({ stateDirectory: '/s' }, { port: 1, nodeDirectory: '/n', certificate });

    expect(Object.keys(environment).filter((name) => name.startsWith('AWS_'))).toEqual([]);
    expect(environment['PATH']?.split(':')[0]).toBe('/n');
  });
});

describe('the environment of clients', () => {
  it('hides a profile and a session of the person', () => {
    expect(clientEnvironment('https://127.0.0.1:1', '/c')).toMatchObject({ AWS_PROFILE: '', AWS_SESSION_TOKEN: '' });
  });
});
