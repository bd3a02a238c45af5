/**
 * Anyone may keep what the catalogue shows, for a few seconds: it is the same for everybody, and the availability is a
 * little late anyway. An order decides by the stock, never by this.
 */
export const CACHED = { 'cache-control': 'public, max-age=5' } as const;
