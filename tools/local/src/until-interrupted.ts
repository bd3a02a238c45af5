const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A second Ctrl-C after this time ends the process at once. The first one may arrive twice, from the terminal and from
 * npm.
 */
const patienceMs = 2000;

/**
 * Does work that ends when a signal tells this process to. A second signal, later, ends the process at once.
 *
 * @param work is given what the first signal aborts
 */
export async function untilInterrupted(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  let toldAt = 0;
  const told = (): void => {
    if (toldAt === 0) {
      toldAt = Date.now();
      controller.abort();
    } else if (Date.now() - toldAt > patienceMs) process.exit(130);
  };
  for (const ending of endings) process.on(ending, told);
  try {
    await work(controller.signal);
  } finally {
    for (const ending of endings) process.off(ending, told);
  }
}

export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
