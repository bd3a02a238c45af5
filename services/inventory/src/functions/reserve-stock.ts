import { ReserveStock } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { jitteredPause } from '../adapters/pause.ts';
import { stockTable } from '../adapters/stock-table.ts';
import { reserveStock } from '../app/reserve-stock.ts';

export const handler = commandFunction(ReserveStock, (request, context) =>
  reserveStock({ stock: stockTable(context), pause: jitteredPause }, request),
);
