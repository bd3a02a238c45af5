const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
const shortDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const dayOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Formats an RFC 3339 time in the reader's time zone, e.g. `3 May 2026 at 14:05`. */
export const formatTime = (time: string): string => day.format(new Date(time));

/** Formats a time for narrow places: `3 May 2026, 14:05`. */
export const formatShortTime = (time: string): string => shortDay.format(new Date(time));

/** Formats the day only: `3 May 2026`. */
export const formatDay = (time: string): string => dayOnly.format(new Date(time));

/** Formats the time of day only, with seconds: `14:05:09`. */
export const formatClock = (time: string): string => clock.format(new Date(time));
