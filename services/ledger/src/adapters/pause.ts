import { setTimeout } from 'node:timers/promises';

const FIRST_MS = 20;

/** Full jitter: those who lost the same race don't meet again. Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
export const jitteredPause = async (triesInVain: number): Promise<void> => {
  await setTimeout(Math.random() * FIRST_MS * 2 ** triesInVain);
};
