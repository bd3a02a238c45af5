import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, ReturnId, ShopperId, WarehouseId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PricedLine } from '../shared/order-lines.ts';

/** `lines` is what comes back, `refund` what is given for it. */
const orderReturn = z.object({
  orderId: OrderId,
  shopperId: ShopperId,
  returnId: ReturnId,
  lines: z.array(PricedLine),
  refund: Money,
  /** Where it comes back to. */
  warehouse: WarehouseId,
});

/** A shopper sends something back: the carrier is asked to bring it. */
export const OrderReturnRequested = defineEvent({
  owner: 'order',
  name: 'OrderReturnRequested',
  version: 1,
  schema: orderReturn,
});

/** What was sent back is there: it goes back into stock, and its money to the shopper. */
export const OrderReturnReceived = defineEvent({
  owner: 'order',
  name: 'OrderReturnReceived',
  version: 1,
  schema: orderReturn,
});

/** The shopper has the money of what was sent back. */
export const OrderReturnRefunded = defineEvent({
  owner: 'order',
  name: 'OrderReturnRefunded',
  version: 1,
  schema: orderReturn,
});
