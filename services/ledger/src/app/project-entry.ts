import { retryOnConflict, TransientError } from '@waypost/service-kit';
import { evolve, type Posted } from '../domain/journal.ts';
import type { Projections } from '../ports.ts';

/** Projects an event, once: what was projected already is left alone, and what comes too early waits for what is before it. */
export function projectEntry(
  { projections }: { readonly projections: Projections },
  event: Posted,
): Promise<'projected' | 'projected_before'> {
  return retryOnConflict<'projected' | 'projected_before'>(async () => {
    const journal = await projections.projected(event.journalId);
    if (event.version <= journal.version) return 'projected_before';
    if (event.version > journal.version + 1) {
      throw new TransientError(
        `${event.journalId} is projected up to ${journal.version}, and this is ${event.version}`,
      );
    }
    return projections.project(event, evolve(journal, event));
  });
}
