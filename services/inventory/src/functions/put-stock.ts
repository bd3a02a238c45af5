import { PutStock } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { putStock } from '../app/stock-level.ts';
import { deps } from '../deps.ts';

export const handler = httpFunction(PutStock, async ({ parameters, body }, context) => ({
  body: await putStock(deps(context), { ...parameters, ...body }),
}));
