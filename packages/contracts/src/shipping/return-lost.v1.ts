import { defineEvent } from '../define-event.ts';
import { Timestamp } from '../envelope.ts';
import { OrderId, ReturnId } from '../shared/ids.ts';
import * as z from 'zod';

/** The carrier lost a return. `at` is the time by the carrier's clock. */
export const ReturnLost = defineEvent({
  owner: 'shipping',
  name: 'ReturnLost',
  version: 1,
  schema: z.object({ orderId: OrderId, returnId: ReturnId, at: Timestamp }),
});
