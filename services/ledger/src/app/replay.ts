import { evolve, type Journal, type Posted } from '../domain/journal.ts';
import type { Journals } from '../ports.ts';

/** The next events of a journal, each with the journal after it; `next` is where the page after them begins, if there is one. */
export async function eventsWithStates(
  { journals }: { readonly journals: Pick<Journals, 'next'> },
  before: Journal,
  limit: number,
): Promise<{
  readonly events: readonly { readonly event: Posted; readonly after: Journal }[];
  readonly next: Journal | undefined;
}> {
  const events: { readonly event: Posted; readonly after: Journal }[] = [];
  let journal = before;
  for (const event of await journals.next(before)) {
    if (events.length === limit) return { events, next: journal };
    journal = evolve(journal, event);
    events.push({ event, after: journal });
  }
  return { events, next: undefined };
}
