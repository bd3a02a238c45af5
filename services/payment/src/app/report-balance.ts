import type { BalanceReport, ReportedTransactions } from '../ports.ts';

/** Milliseconds by which the provider's report may lag, clock skew included. Each report repeats them. */
const OVERLAP = 10 * 60 * 1000;
/** Start of the first report. */
const EVER = '1970-01-01T00:00:00.000Z';

/**
 * Tells each of the provider's balance transactions once, however often it is run and wherever an earlier run ended. The next
 * run asks from this one's beginning on, less what may have come late.
 */
export async function reportBalance({
  report,
  reported,
  now,
}: {
  readonly report: BalanceReport;
  readonly reported: ReportedTransactions;
  readonly now: string;
}): Promise<{ readonly published: number }> {
  let published = 0;
  for await (const transaction of report.transactions((await reported.since()) ?? EVER)) {
    if ((await reported.add(transaction)) === 'added') published += 1;
  }
  await reported.saveSince(new Date(Date.parse(now) - OVERLAP).toISOString());
  return { published };
}
