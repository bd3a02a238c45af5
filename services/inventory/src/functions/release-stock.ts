import { ReleaseStock } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { jitteredPause } from '../adapters/pause.ts';
import { stockTable } from '../adapters/stock-table.ts';
import { releaseStock } from '../app/release-stock.ts';

export const handler = commandFunction(ReleaseStock, (request, context) =>
  releaseStock({ stock: stockTable(context), pause: jitteredPause }, request),
);
