import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Arguments of a browser for tests: no window, no connections of its own. */
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
 * Path of the Chromium for browser tests: `WAYPOST_CHROMIUM` if set, else an installed one.
 *
 * @throws Error that says what to install, when there is none.
 */
export async function chromiumPath(): Promise<string> {
  const named = process.env['WAYPOST_CHROMIUM'];
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`WAYPOST_CHROMIUM is ${named}, which is not an executable file.`);
  }
  const found = await installed();
  if (found) return found;
  throw new Error(
    'Chromium is not installed. Install it (on Debian: apt-get install chromium), or set WAYPOST_CHROMIUM to its path.',
  );
}

async function installed(): Promise<string | undefined> {
  for (const path of usualPlaces) if (await isExecutable(path)) return path;
  return undefined;
}

/** Seconds to wait while another process uses the package manager. */
const LOCK_TIMEOUT = 600;

/**
 * Installs the distribution's Chromium, as root on Debian or Ubuntu, unless there is one. Run it once, before the tests: two
 * processes can't use the package manager at the same time.
 *
 * @returns the path of the Chromium
 * @throws Error as {@link chromiumPath} does, where it can't be installed.
 */
export async function installChromium(): Promise<string> {
  const isInstallable = process.getuid?.() === 0 && (await isExecutable('/usr/bin/apt-get'));
  if (!process.env['WAYPOST_CHROMIUM'] && !(await installed()) && isInstallable) {
    await aptGet('update', '-qq');
    await aptGet('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  }
  return chromiumPath();
}

/** Runs apt-get. Its own option waits for the lock of packages only, so the lock of package lists is waited for here. */
async function aptGet(...args: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const deadline = Date.now() + LOCK_TIMEOUT * 1000;
  for (;;) {
    try {
      await run('apt-get', ['-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT}`, ...args], {
        env,
        maxBuffer: 64 * 1024 * 1024,
      });
      return;
    } catch (error) {
      if (!String(error).includes('Could not get lock') || Date.now() > deadline) throw error;
      await delay(1000);
    }
  }
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
