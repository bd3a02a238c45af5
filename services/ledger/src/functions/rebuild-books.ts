import { RebuildBooks } from '@waypost/contracts';
import { commandFunction, logger } from '@waypost/service-kit';
import { projections } from '../adapters/books-table.ts';
import { generations } from '../adapters/generations.ts';
import { journalTable } from '../adapters/journal-table.ts';
import { rebuildBooks } from '../app/rebuild-books.ts';

export const handler = commandFunction(RebuildBooks, async () => {
  const ports = { journals: journalTable(), generations: generations(), projectionsOf: projections };
  const { generation, entries } = await rebuildBooks(ports);
  logger.info('books rebuilt', { generation, entries });
  return { outcome: 'rebuilt' as const, generation, entries };
});
