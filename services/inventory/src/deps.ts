import { jitteredPause, type MessageContext } from '@waypost/service-kit';
import { stockTable } from './adapters/stock-table.ts';
import type { Ports } from './ports.ts';

/** Dependencies of functions that change the stock. */
export const deps = (context: MessageContext): Ports => ({
  stock: stockTable(context),
  pause: jitteredPause,
  now: context.now,
});
