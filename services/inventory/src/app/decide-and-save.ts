import { retryOnConflict } from '@waypost/service-kit';
import type { Decision } from '../domain/reservation.ts';
import type { Ports } from '../ports.ts';

/** Many orders meet at a product that everybody wants. */
const TRIES = 8;

/** Decides on the stored state and saves the result. After a lost race, it decides again. */
export function decideAndSave<Result>(
  { stock, pause }: Ports,
  decideOnFreshState: () => Promise<Decision<Result>>,
): Promise<Result> {
  return retryOnConflict(
    async () => {
      const { result, change } = await decideOnFreshState();
      return !change || (await stock.save(change)) === 'saved' ? result : 'changed';
    },
    { tries: TRIES, pause },
  );
}
