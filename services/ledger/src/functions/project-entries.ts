import { oneByOne, streamFunction } from '@waypost/service-kit';
import { projections } from '../adapters/ledger-table.ts';
import { eventOfItem } from '../adapters/entry-item.ts';
import { currentGeneration } from '../adapters/generations.ts';
import { projectEntry } from '../app/project-entry.ts';

export const handler = streamFunction(
  oneByOne(async ({ dynamodb }) => {
    const { journalId, version, shape, entry } = dynamodb?.NewImage ?? {};
    const event = eventOfItem({
      journalId: journalId?.S,
      version: Number(version?.N),
      ...(shape?.N && { shape: Number(shape.N) }),
      entry: entry?.S,
    });
    await projectEntry({ projections: projections(await currentGeneration()) }, event);
  }),
);
