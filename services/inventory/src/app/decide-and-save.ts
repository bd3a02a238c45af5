import { TransientError } from '@waypost/service-kit';
import type { Decision } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';

const MAX_TRIES = 8;

/**
 * Decides on fresh state and saves; if somebody else was faster, it begins anew.
 *
 * @throws TransientError when that happens again and again, for the caller's caller to come back later.
 */
export async function decideAndSave<Result>(
  { stock, pause }: Ports,
  decideOnFreshState: () => Promise<Decision<Result>>,
): Promise<Result> {
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const { result, change } = await decideOnFreshState();
    if (!change || (await stock.save(change)) === 'saved') return result;
    if (tries < MAX_TRIES) await pause(tries);
  }
  throw new TransientError(`Somebody else was faster ${MAX_TRIES} times in a row`);
}
