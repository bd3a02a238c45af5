import type { MessageContext } from '@waypost/service-kit';
import { jitteredPause } from './adapters/pause.ts';
import { stockTable } from './adapters/stock-table.ts';
import type { Ports } from './ports.ts';

/** What every function needs that changes the stock. */
export const deps = (context: MessageContext): Ports => ({
  stock: stockTable(context),
  pause: jitteredPause,
  now: context.now,
});
