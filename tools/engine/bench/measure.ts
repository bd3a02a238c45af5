/** Milliseconds: the middle one, and the one that 95 of 100 stay under. */
export interface Figures {
  readonly median: number;
  readonly p95: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

/** Times a call, one after the other, after a few that don't count. */
export async function measure(
  call: () => Promise<unknown>,
  { rounds, warmUp = 20 }: { rounds: number; warmUp?: number },
): Promise<Figures> {
  for (let round = 0; round < warmUp; round += 1) await call();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95) };
}
