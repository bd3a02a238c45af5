import { retryOnConflict, PermanentError } from '@waypost/service-kit';
import type { Cause, Entry } from '../domain/entry.ts';
import { decidePost, journalIdOf } from '../domain/journal.ts';
import type { Journals } from '../ports.ts';

/** Attempts to append before the caller has to retry: a journal has few writers at once, and each append of another one costs an attempt. */
const TRIES = 12;

interface Ports {
  readonly journals: Pick<Journals, 'load' | 'append'>;
  readonly pause?: (failedTries: number) => Promise<void>;
}

type Outcome = 'posted' | 'posted_before';

/**
 * Posts an entry once, even if its cause is delivered more than once. After a lost race it decides again on the new state of the journal.
 *
 * @throws PermanentError for an invalid entry; TransientError when every attempt lost its race.
 */
export const postEntry = (ports: Ports, entry: Entry): Promise<Outcome> =>
  retryOnConflict(() => append(ports, entry), options(ports));

/**
 * Posts a movement of a payment once, like {@link postEntry}. Its entry depends on the net amount that the ledger has of the payment, so
 * the append expects that amount unchanged.
 */
export const postPayment = (
  ports: Ports & { readonly journals: Pick<Journals, 'booked'> },
  cause: Omit<Cause, 'bookedBefore'>,
  entryOf: (cause: Cause) => Entry,
): Promise<Outcome> =>
  retryOnConflict(async () => {
    const bookedBefore = await ports.journals.booked(cause.paymentIntentId);
    return append(ports, entryOf({ ...cause, bookedBefore }), bookedBefore);
  }, options(ports));

async function append({ journals }: Ports, entry: Entry, bookedBefore?: number): Promise<Outcome | 'changed'> {
  const decision = decidePost(await journals.load(journalIdOf(entry)), entry);
  if (decision.outcome === 'rejected') throw new PermanentError(`Invalid entry: ${decision.reason}`);
  return journals.append(decision.event, bookedBefore);
}

const options = ({ pause }: Ports) => ({ tries: TRIES, ...(pause && { pause }) });
