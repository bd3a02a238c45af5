/** An error that prevents the engine from running, with the action to take. */
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

export const startFailed = (logFile: string, lastLines: string): EngineError =>
  new EngineError(`The engine did not start.\n${lastLines.trim()}\n`, `Its whole log is ${logFile}.`);
