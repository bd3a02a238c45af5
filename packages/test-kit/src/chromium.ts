import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** How a browser is started for tests: without a window, and without calling anybody. */
export const chromiumFlags: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium for browser tests: `WAYPOST_CHROMIUM` if set, else one that is installed, else, for root on Debian or
 * Ubuntu, the distribution's, which is installed.
 * @throws Error that says what to do, when there is none.
 */
export async function chromiumPath(): Promise<string> {
  const named = process.env['WAYPOST_CHROMIUM'];
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`WAYPOST_CHROMIUM names ${named}, which can't be run.`);
  }
  const found = await installed();
  if (found) return found;
  if (process.getuid?.() === 0 && (await isExecutable('/usr/bin/apt-get'))) await install();
  const fresh = await installed();
  if (fresh) return fresh;
  throw new Error(
    'No Chromium for the browser tests. Install one (Debian: apt-get install chromium), or name one by WAYPOST_CHROMIUM.',
  );
}

async function installed(): Promise<string | undefined> {
  for (const path of usualPlaces) if (await isExecutable(path)) return path;
  return undefined;
}

async function install(): Promise<void> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 };
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
