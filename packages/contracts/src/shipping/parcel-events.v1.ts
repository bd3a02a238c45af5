import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Timestamp } from '../envelope.ts';
import { OrderId, ShipmentId } from '../shared/ids.ts';

/** A shipment is one parcel, and has its id. `at` is when it happened, by the clock of whoever did it. */
const parcel = z.object({ orderId: OrderId, shipmentId: ShipmentId, at: Timestamp });

/** A parcel is packed; the carrier is asked to pick it up. It may still be stopped. */
export const ParcelPacked = defineEvent({ owner: 'shipping', name: 'ParcelPacked', version: 1, schema: parcel });

/** A parcel left: nobody can stop it any more. */
export const ParcelDispatched = defineEvent({
  owner: 'shipping',
  name: 'ParcelDispatched',
  version: 1,
  schema: parcel,
});

/** The carrier doesn't find the address, and tries to. */
export const ParcelAddressProblem = defineEvent({
  owner: 'shipping',
  name: 'ParcelAddressProblem',
  version: 1,
  schema: parcel,
});

/** The carrier doesn't know where a parcel is; it may be found. */
export const ParcelLost = defineEvent({ owner: 'shipping', name: 'ParcelLost', version: 1, schema: parcel });

/** The shopper did not take a parcel: it comes back to the warehouse. */
export const ParcelRefused = defineEvent({ owner: 'shipping', name: 'ParcelRefused', version: 1, schema: parcel });

/** A parcel is where it was to go. */
export const ParcelDelivered = defineEvent({ owner: 'shipping', name: 'ParcelDelivered', version: 1, schema: parcel });
