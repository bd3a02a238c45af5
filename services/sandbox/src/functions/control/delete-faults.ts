import { DeleteFaults, Fault } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';

export const handler = httpFunction(DeleteFaults, async () => {
  const ended = await Promise.all(Fault.shape.provider.options.map((provider) => faultTable(provider).endAll()));
  return { body: { ended: ended.reduce((sum, count) => sum + count, 0) } };
});
