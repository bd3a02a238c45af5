import { RebuildLedger } from '@waypost/contracts';
import { commandFunction, logger } from '@waypost/service-kit';
import { projections } from '../adapters/ledger-table.ts';
import { generations } from '../adapters/generations.ts';
import { journalTable } from '../adapters/journal-table.ts';
import { rebuildLedger } from '../app/rebuild-ledger.ts';

export const handler = commandFunction(RebuildLedger, async () => {
  const ports = { journals: journalTable(), generations: generations(), projectionsOf: projections };
  const { generation, entries } = await rebuildLedger(ports);
  logger.info('books rebuilt', { generation, entries });
  return { outcome: 'rebuilt' as const, generation, entries };
});
