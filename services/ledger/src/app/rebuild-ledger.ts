import { JOURNAL_IDS } from '../domain/journal.ts';
import type { Generations, Journals, Projections } from '../ports.ts';
import { projectEntry } from './project-entry.ts';

interface Ports {
  readonly journals: Pick<Journals, 'next'>;
  readonly generations: Generations;
  readonly projectionsOf: (generation: number) => Projections;
}

/**
 * Projects the books anew from the first event on, while others go on posting. What is posted between the catching up and the
 * switch is projected to the old books only, so it is caught up with once more; until then the stream waits, for what comes to it
 * is too early. Called again after a crash it goes on where it was.
 */
export async function rebuildLedger(ports: Ports): Promise<{ readonly generation: number; readonly entries: number }> {
  const { generations, projectionsOf } = ports;
  const current = await generations.current();
  const generation = current + 1;
  const anew = projectionsOf(generation);
  const before = await catchUp(ports, anew);
  // Somebody else who rebuilds may have switched: then there is nothing to switch.
  await generations.switchTo(generation, current);
  const meanwhile = await catchUp(ports, anew);
  await generations.forget(current);
  return { generation, entries: before + meanwhile };
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
