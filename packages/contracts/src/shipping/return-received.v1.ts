import { defineEvent } from '../define-event.ts';
import { Timestamp } from '../envelope.ts';
import { OrderId, ReturnId } from '../shared/ids.ts';
import * as z from 'zod';

/** A return arrived at the warehouse. `at` is the time by the carrier's clock. */
export const ReturnReceived = defineEvent({
  owner: 'shipping',
  name: 'ReturnReceived',
  version: 1,
  schema: z.object({ orderId: OrderId, returnId: ReturnId, at: Timestamp }),
});
