// Runs a tool of the project on the project's own Node, from a bare clone too: node tools/bootstrap.mjs <script> [arguments]
// Plain JavaScript for any Node from 20 on, since it runs before anything is installed.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const projectNode = join(root, 'node_modules', '.bin', 'node');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @param {string} what @param {string} remedy */
function giveUp(what, remedy) {
  console.error(`\n✖ ${what}\n  ${remedy}`);
  process.exit(1);
}

/** @param {string} path */
const lockedPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Reports whether node_modules has the packages of package-lock.json, except those for other platforms. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !existsSync(projectNode)) return false;
  const installed = lockedPackages(record);
  return Object.entries(lockedPackages(join(root, 'package-lock.json')))
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.devOptional && !entry.peer)
    .every(([path, { version }]) => installed[path] && installed[path].version === version);
}

/**
 * Runs a program to its end; signals go on to it, so that it can end in order. Ctrl-C reaches it twice, by the terminal and by us.
 * @param {string} program @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit code
 */
function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, passOn);
    child.on('error', (error) =>
      giveUp(`${program} can't be run: ${error.message}`, 'Install Node with npm and try again.'),
    );
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(code ?? 1);
    });
  });
}

async function install() {
  const log = join(root, '.local', 'logs', 'install.log');
  mkdirSync(dirname(log), { recursive: true });
  const began = Date.now();
  console.log(`Installing the project's packages (log: ${relative(process.cwd(), log) || log}) …`);
  const output = openSync(log, 'w');
  const npm = process.env.npm_execpath;
  // Installs the lock file's versions, like npm ci, which however rejects a lock file from another platform that lacks optional
  // packages: https://github.com/npm/cli/issues/4828
  const args = ['install', '--no-save', '--prefer-offline', '--include=dev', '--no-audit', '--no-fund'];
  const options = {
    stdio: /** @type {const} */ (['ignore', output, output]),
    shell: !npm && process.platform === 'win32',
  };
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], options)
    : await run('npm', args, options);
  closeSync(output);
  if (code === 0) return console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s`);
  const said = readFileSync(log, 'utf8');
  console.error(said.split('\n').slice(-30).join('\n'));
  if (/ENOSPC|no space left/i.test(said)) giveUp('The disk is full.', 'Free at least 2 GB and try again.');
  if (/SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)/.test(said))
    giveUp('The certificate of the npm registry is not trusted.', 'Set npm’s cafile to your certificate authorities.');
  giveUp('The packages could not be installed.', 'Check the connection to the npm registry and try again.');
}

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20)
  giveUp(`Node ${process.versions.node} is too old.`, 'Install Node 20 or newer (nodejs.org) and try again.');
if (!isInstalled()) await install();
if (!existsSync(projectNode)) {
  giveUp(
    'The project’s own Node was not installed.',
    'Allow install scripts (npm config set ignore-scripts false) and run npm install.',
  );
}

const [script, ...args] = process.argv.slice(2);
if (!script) giveUp('No script was named.', 'Use: node tools/bootstrap.mjs <script> [arguments]');
// The project's tools, Node first of all, are found before others of the same name.
const env = { ...process.env, PATH: `${dirname(projectNode)}:${process.env.PATH ?? ''}` };
process.exitCode = await run(projectNode, [join(root, script), ...args], { cwd: process.cwd(), stdio: 'inherit', env });
