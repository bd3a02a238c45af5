import { ProblemError } from './problem.ts';

/** A table's last key as the opaque `cursor` of a list; none if that was the last page. */
export function cursorOf(lastKey: Readonly<Record<string, unknown>> | undefined): { cursor?: string } {
  return lastKey ? { cursor: Buffer.from(JSON.stringify(lastKey)).toString('base64url') } : {};
}

/**
 * The key that a `cursor` stands for, narrowed by the caller, who knows what its table's keys look like.
 *
 * @throws ProblemError 400 for a cursor that isn't one of ours.
 */
export function keyOf<Key>(cursor: string | undefined, read: (key: unknown) => Key | undefined): Key | undefined {
  if (cursor === undefined) return undefined;
  const key = read(parsed(cursor));
  if (key) return key;
  throw new ProblemError('invalid-request', 'This cursor is not one of ours.', [
    { pointer: '#/query/cursor', detail: 'Not a cursor of this list' },
  ]);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
