import { ReserveStock } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { reserveStock } from '../app/reserve-stock.ts';
import { holdSeconds } from '../config.ts';
import { deps } from '../deps.ts';

export const handler = commandFunction(ReserveStock, (request, context) =>
  reserveStock({ ...deps(context), holdSeconds: holdSeconds() }, request),
);
