import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startFailed } from './errors.ts';

const POLL_MS = 50;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 30_000;

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** The last lines of a log, without what it said before `offset` bytes. */
export async function lastLines(logFile: string, offset = 0): Promise<string> {
  const log = await readFile(logFile).catch(() => Buffer.alloc(0));
  return log.subarray(offset).toString().split('\n').slice(-20).join('\n');
}

/**
 * Starts the engine in a process group of its own, so that Ctrl-C reaches the caller alone, who stops it in order. Should the
 * caller end without, the engine's standard input closes and it stops by itself.
 */
export function spawnEngine(python: string, environment: Record<string, string>, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    const child = spawn(python, ['-m', 'waypost_engine'], {
      env: environment,
      detached: true,
      stdio: ['pipe', log, log],
    });
    child.unref();
    if (child.stdin instanceof Socket) child.stdin.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

const isReady = (endpoint: string, ca: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    const call = request(`${endpoint}/_ministack/ready`, { ca, agent: false, timeout: 2_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end();
  });

/** Waits until the engine answers. Resolves to false when its process ended before. */
export async function becomesReady(
  child: ChildProcess,
  endpoint: string,
  caFile: string,
  logFile: string,
): Promise<boolean> {
  const ca = await readFile(caFile);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (hasEnded(child)) return false;
    if (await isReady(endpoint, ca)) return true;
    await delay(POLL_MS);
  }
  child.kill('SIGKILL');
  throw startFailed(logFile, await lastLines(logFile));
}

/** Ends the engine in order, its state saved, or by force when that takes too long. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
