import { PutStock } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { jitteredPause } from '../adapters/pause.ts';
import { stockTable } from '../adapters/stock-table.ts';
import { putStock } from '../app/stock-level.ts';

export const handler = httpFunction(PutStock, async ({ parameters, body }, context) => ({
  body: await putStock({ stock: stockTable(context), pause: jitteredPause }, { ...parameters, ...body }),
}));
