/** An error that prevents a stage from running, with the action to take. The engine's errors have the same shape. */
export class StageError extends Error {
  override readonly name = 'StageError';
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

interface Remediable {
  readonly what: string;
  readonly remedy: string;
}

export function hasRemedy(error: unknown): error is Remediable {
  return error instanceof Error && 'what' in error && 'remedy' in error;
}

export function saysDiskFull(text: string): boolean {
  return /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(text);
}

export const stageRunning = (pid: number): StageError =>
  new StageError(
    `A stage is running already (process ${pid}).`,
    'Use it (.local/stage.json tells its addresses), or stop it first.',
  );

export const stageNotRunning = (): StageError =>
  new StageError('No stage is running: there is no .local/stage.json.', 'Start one in another terminal: npm start');

export const portTaken = (port: number, option: string): StageError =>
  new StageError(`Port ${port} is taken.`, `End what listens there, or choose another: npm start -- ${option} <port>`);

export const diskFull = (cause?: unknown): StageError =>
  new StageError('The disk is full.', 'Free at least 1 GB and try again; npm run reset frees what the stage keeps.', {
    cause,
  });

/** Formats any error for the user, on as many lines as it needs. */
export function describeError(error: unknown): string {
  if (hasRemedy(error)) return `✖ ${error.what}\n  ${error.remedy}`;
  if (saysDiskFull(String(error))) return describeError(diskFull(error));
  return `✖ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
