import { ProblemError } from './problem.ts';

/** Encodes the last key of a page as the opaque `cursor` of a list. The last page has none. */
export function cursorOf(lastKey: Readonly<Record<string, unknown>> | undefined): { cursor?: string } {
  return lastKey ? { cursor: Buffer.from(JSON.stringify(lastKey)).toString('base64url') } : {};
}

/**
 * Decodes a `cursor` to a key, which the caller narrows to the form of its table's keys.
 *
 * @throws ProblemError 400 for an invalid cursor.
 */
export function keyOf<Key>(cursor: string | undefined, read: (key: unknown) => Key | undefined): Key | undefined {
  if (cursor === undefined) return undefined;
  const key = read(parsed(cursor));
  if (key) return key;
  throw new ProblemError('invalid-request', 'The cursor is invalid.', [
    { pointer: '#/query/cursor', detail: 'must be the `cursor` of a page of this list' },
  ]);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
