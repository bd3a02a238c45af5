import { retryOnConflict, PermanentError } from '@waypost/service-kit';
import type { Entry } from '../domain/entry.ts';
import { decidePost, journalIdOf } from '../domain/journal.ts';
import type { Journals } from '../ports.ts';

/** How often somebody else may append first: a journal has few writers at once, but each of them takes one place. */
const TRIES = 12;

/**
 * Posts an entry once, however often its cause is told. Whoever loses the race for a version decides anew on what the
 * journal is then.
 *
 * @throws PermanentError for what is no entry.
 */
export function postEntry(
  {
    journals,
    pause,
  }: { readonly journals: Pick<Journals, 'load' | 'append'>; readonly pause?: (triesInVain: number) => Promise<void> },
  entry: Entry,
): Promise<'posted' | 'posted_before'> {
  return retryOnConflict(
    async () => {
      const decision = decidePost(await journals.load(journalIdOf(entry)), entry);
      if (decision.outcome === 'rejected') throw new PermanentError(`This is no entry: ${decision.reason}`);
      return journals.append(decision.event);
    },
    { tries: TRIES, ...(pause && { pause }) },
  );
}
