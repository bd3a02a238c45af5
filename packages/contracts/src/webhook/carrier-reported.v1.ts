import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Timestamp } from '../envelope.ts';
import { ShipmentId, WebhookId } from '../shared/ids.ts';

/** A carrier told by a webhook where a parcel is. It may come late, twice, or before what happened earlier. */
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
