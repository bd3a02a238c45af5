/** Something that keeps the engine from running, said so that a person knows what to do. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  /** Error message, one sentence. */
  readonly what: string;
  /** Action to take, one sentence. */
  readonly remedy: string;

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what} ${remedy}`, options);
    this.what = what;
    this.remedy = remedy;
  }
}

const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/** True for the errors of a file system with no room left. */
export const isDiskFull = (error: unknown): boolean =>
  (isErrno(error) && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) || saysDiskFull(String(error));

/** True when a tool's output says that the disk is full. */
export const saysDiskFull = (output: string): boolean => /no space left on device|disk quota exceeded/i.test(output);

export const diskFull = (directory: string, cause?: unknown): EngineError =>
  new EngineError(`The disk that holds ${directory} is full.`, 'Free at least 1 GB and try again.', { cause });

export const noPython = (): EngineError =>
  new EngineError(
    'No Python 3.10 or newer was found.',
    'Install one (python.org, or your package manager) and try again.',
  );

export const noVenvModule = (python: string): EngineError =>
  new EngineError(
    `${python} has no venv module.`,
    'Install it (on Debian and Ubuntu: apt-get install python3-venv) and try again.',
  );

export const noOpenssl = (): EngineError =>
  new EngineError('No openssl was found to make the certificate.', 'Install openssl and try again.');

export const noNode = (): EngineError =>
  new EngineError('No Node 24 was found for the functions to run on.', 'Run npm ci in the project and try again.');

export const portTaken = (port: number): EngineError =>
  new EngineError(`Port ${port} is taken.`, 'End what listens there, or choose another port.');

export const otherPort = (stateDirectory: string, port: number): EngineError =>
  new EngineError(
    `The state in ${stateDirectory} was made on port ${port}, which its queue URLs name.`,
    `Start it on port ${port}, or remove the directory to start anew.`,
  );

export const alreadyRunning = (stateDirectory: string, pid: number): EngineError =>
  new EngineError(
    `An engine (process ${pid}) already runs on ${stateDirectory}.`,
    'Use it, or stop it first: one state has one engine.',
  );

export const installFailed = (output: string): EngineError =>
  new EngineError(
    `The packages of Python could not be installed.\n${output.trim()}\n`,
    'Check the connection to the Python package index and try again.',
  );

export const startFailed = (logFile: string, lastLines: string): EngineError =>
  new EngineError(`The engine did not start.\n${lastLines.trim()}\n`, `Its whole log is ${logFile}.`);
