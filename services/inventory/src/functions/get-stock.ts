import { GetStock } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { stockTable } from '../adapters/stock-table.ts';
import { getStock } from '../app/stock-level.ts';

export const handler = httpFunction(GetStock, async ({ parameters }, context) => ({
  body: await getStock({ stock: stockTable(context) }, parameters.sku),
}));
