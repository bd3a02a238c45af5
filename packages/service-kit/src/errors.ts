/**
 * It failed now and may work later: a throttle, a timeout, a lost race. Whatever is thrown and is no `PermanentError`
 * is treated the same, so this class is for saying it on purpose. Workflows retry it by its name.
 */
export class TransientError extends Error {
  override readonly name = 'TransientError';
}

/** It will fail every time: bad input, a broken contract. Never retried; a message goes to its dead letter queue with this reason. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
}

/** Reports whether a retry may succeed. */
export function isRetriable(error: unknown): boolean {
  return !(error instanceof PermanentError);
}

/** The words of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
