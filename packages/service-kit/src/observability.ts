import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs: one line per decision, with ids, never payloads or personal data. */
export const logger = new Logger();

/** Runs one invocation with its ids on every log line. */
export async function withObservability<Result>(
  keys: Readonly<Record<string, string>>,
  invocation: () => Promise<Result>,
): Promise<Result> {
  logger.resetKeys();
  logger.appendKeys(keys);
  return await invocation();
}
