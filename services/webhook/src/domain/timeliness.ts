/** How far the time of a signature may be from now, either way, in seconds: what both protocols recommend. */
export const TOLERANCE_SECONDS = 300;

/**
 * Whether a webhook was signed about now. One that is older may be a copy that somebody replays; one from the future would be
 * valid for longer than the tolerance, and is refused by one of the two libraries only.
 *
 * @param signedAt epoch seconds.
 * @param now RFC 3339.
 */
export function timelinessOf(signedAt: number, now: string): 'in_time' | 'stale' | 'future' {
  const age = Math.floor(Date.parse(now) / 1000) - signedAt;
  if (age > TOLERANCE_SECONDS) return 'stale';
  return age < -TOLERANCE_SECONDS ? 'future' : 'in_time';
}
