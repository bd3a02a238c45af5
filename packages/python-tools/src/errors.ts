/** An error of an installation, with the action to take. */
export class InstallationError extends Error {
  override readonly name = 'InstallationError';
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

/** Reports whether an error means that the disk is full. */
export const isDiskFull = (error: unknown): boolean =>
  (isErrno(error) && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) || saysDiskFull(String(error));

/** Reports whether the output of a tool means that the disk is full. */
export const saysDiskFull = (output: string): boolean => /no space left on device|disk quota exceeded/i.test(output);

export const diskFull = (directory: string, cause?: unknown): InstallationError =>
  new InstallationError(`The disk that holds ${directory} is full.`, 'Free at least 1 GB and try again.', { cause });

export const noPython = (): InstallationError =>
  new InstallationError(
    'No Python 3.10 or newer was found.',
    'Install one (python.org, or your package manager) and try again.',
  );

export const noVenvModule = (python: string): InstallationError =>
  new InstallationError(
    `${python} has no venv module.`,
    'Install it (on Debian and Ubuntu: apt-get install python3-venv) and try again.',
  );

export const installFailed = (output: string): InstallationError =>
  new InstallationError(
    `The Python packages could not be installed.\n${output.trim()}\n`,
    'Check the connection to the Python package index and try again.',
  );
