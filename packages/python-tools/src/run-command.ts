import { spawn } from 'node:child_process';

/** Result of a command. `code` is null when it could not be started or was killed. */
export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
  /** True when the program does not exist. */
  readonly missing: boolean;
}

export type RunCommand = (command: string, args: readonly string[]) => Promise<CommandResult>;

/** Runs a command to its end and gives what it printed. Never rejects. */
export const runCommand: RunCommand = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ code: null, output: error.message, missing: error.code === 'ENOENT' }),
    );
    child.on('close', (code) => resolve({ code, output, missing: false }));
  });
