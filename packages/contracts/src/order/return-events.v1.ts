import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, ReturnId, ShopperId, WarehouseId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PricedLine } from '../shared/order-lines.ts';

/** A return: its items (`lines`) and the amount to refund. */
const orderReturn = z.object({
  orderId: OrderId,
  shopperId: ShopperId,
  returnId: ReturnId,
  lines: z.array(PricedLine),
  refund: Money,
  /** Where it comes back to. */
  warehouse: WarehouseId,
});

/** A shopper requested a return. Shipping books its pickup at the carrier. */
export const OrderReturnRequested = defineEvent({
  owner: 'order',
  name: 'OrderReturnRequested',
  version: 1,
  schema: orderReturn,
});

/** The returned items arrived at the warehouse. They are restocked, and their amount is refunded. */
export const OrderReturnReceived = defineEvent({
  owner: 'order',
  name: 'OrderReturnReceived',
  version: 1,
  schema: orderReturn,
});

/** The amount of a return was refunded to the shopper. */
export const OrderReturnRefunded = defineEvent({
  owner: 'order',
  name: 'OrderReturnRefunded',
  version: 1,
  schema: orderReturn,
});
