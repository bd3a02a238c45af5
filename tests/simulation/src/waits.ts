/** Timeouts of waiting orders, in seconds. */
export const WAITS = { review: 300, payment: 200 } as const;
