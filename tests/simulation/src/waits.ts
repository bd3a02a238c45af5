/** How long orders wait for people, in seconds. */
export const WAITS = { review: 300, payment: 200 } as const;
