import { spawn } from 'node:child_process';

/** Runs a program on this terminal and returns its exit code. Signals are forwarded. */
export function runHere(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  cwd = process.cwd(),
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...environment } });
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, passOn);
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
