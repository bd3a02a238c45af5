/** Maximum difference between the time of a signature and now, in seconds, as both protocols recommend. */
export const TOLERANCE_SECONDS = 300;

/**
 * Checks that a webhook was signed about now. An older one may be replayed; one from the future could be replayed
 * longer.
 */
export function timelinessOf(signedAt: number, now: string): 'in_time' | 'stale' | 'future' {
  const age = Math.floor(Date.parse(now) / 1000) - signedAt;
  if (age > TOLERANCE_SECONDS) return 'stale';
  return age < -TOLERANCE_SECONDS ? 'future' : 'in_time';
}
