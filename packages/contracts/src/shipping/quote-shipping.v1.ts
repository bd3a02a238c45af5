import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, Carrier, OrderId } from '../shared/ids.ts';
import { Address } from '../shared/address.ts';
import { OrderLines } from '../shared/order-lines.ts';

/** Finds a carrier for the items and the address. Shipping is free for the shopper: the quote selects the carrier and doesn't change the total. */
export const QuoteShipping = defineCommand({
  owner: 'shipping',
  name: 'quote-shipping',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt, lines: OrderLines, address: Address }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('quoted'), carrier: Carrier }),
    z.object({ outcome: z.literal('unavailable') }),
  ]),
});
export type QuoteShippingRequest = CommandRequest<typeof QuoteShipping>;
export type QuoteShippingResult = CommandResult<typeof QuoteShipping>;
