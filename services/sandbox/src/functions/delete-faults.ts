import { DeleteFaults } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { faultTable } from '../adapters/fault-table.ts';

export const handler = httpFunction(DeleteFaults, async () => ({ body: { ended: await faultTable().endAll() } }));
