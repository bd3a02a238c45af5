import { JOURNAL_IDS } from '../domain/journal.ts';
import type { Generations, Journals, Projections } from '../ports.ts';
import { projectEntry } from './project-entry.ts';

interface Ports {
  readonly journals: Pick<Journals, 'next'>;
  readonly generations: Generations;
  readonly projectionsOf: (generation: number) => Projections;
}

/**
 * Projects the journals to a new generation from the first event on, while entries continue to be posted. Events
 * between the first catch-up and the switch reach only the old generation, so a second catch-up follows; until then,
 * the stream retries events that come too early. A repeated call continues after a crash.
 */
export async function rebuildLedger(ports: Ports): Promise<{ readonly generation: number; readonly entries: number }> {
  const { generations, projectionsOf } = ports;
  const current = await generations.current();
  const generation = current + 1;
  const anew = projectionsOf(generation);
  const before = await catchUp(ports, anew);
  // Another rebuild may have switched already: then there is nothing to switch.
  await generations.switchTo(generation, current);
  const after = await catchUp(ports, anew);
  await generations.forget(current);
  return { generation, entries: before + after };
}

async function catchUp({ journals }: Ports, projections: Projections): Promise<number> {
  let projected = 0;
  for (const journalId of JOURNAL_IDS) {
    for (;;) {
      const events = await journals.next(await projections.projected(journalId));
      if (events.length === 0) break;
      for (const event of events) await projectEntry({ projections }, event);
      projected += events.length;
    }
  }
  return projected;
}
