import { LookUpStock } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { stockTable } from '../adapters/stock-table.ts';
import { lookUpStock } from '../app/stock-level.ts';

export const handler = commandFunction(LookUpStock, (request, context) =>
  lookUpStock({ stock: stockTable(context) }, request),
);
