import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Timestamp } from '../envelope.ts';
import { ShipmentId, WebhookId } from '../shared/ids.ts';

/** A carrier reported the status of a parcel by webhook. Reports may be delayed, duplicated or out of order. */
export const CarrierReported = defineEvent({
  owner: 'webhook',
  name: 'CarrierReported',
  version: 1,
  schema: z.object({
    webhookId: WebhookId,
    shipmentId: ShipmentId,
    status: z.enum(['picked_up', 'in_transit', 'delivered', 'delivery_refused', 'address_problem', 'lost']),
    /** When it happened, by the carrier's clock. */
    at: Timestamp,
  }),
});
