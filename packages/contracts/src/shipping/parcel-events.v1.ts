import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Timestamp } from '../envelope.ts';
import { OrderId, ShipmentId } from '../shared/ids.ts';

/** A shipment is one parcel. `at` is the time of the event by the carrier's or the warehouse's clock. */
const parcel = z.object({ orderId: OrderId, shipmentId: ShipmentId, at: Timestamp });

/** A parcel is packed, and its pickup is booked. It can still be recalled. */
export const ParcelPacked = defineEvent({ owner: 'shipping', name: 'ParcelPacked', version: 1, schema: parcel });

/** A parcel was dispatched. It can't be recalled any more. */
export const ParcelDispatched = defineEvent({
  owner: 'shipping',
  name: 'ParcelDispatched',
  version: 1,
  schema: parcel,
});

/** The carrier can't find the address and keeps trying. */
export const ParcelAddressProblem = defineEvent({
  owner: 'shipping',
  name: 'ParcelAddressProblem',
  version: 1,
  schema: parcel,
});

/** The carrier lost a parcel. It may be found later. */
export const ParcelLost = defineEvent({ owner: 'shipping', name: 'ParcelLost', version: 1, schema: parcel });

/** The recipient rejected a parcel. It returns to the warehouse. */
export const ParcelRefused = defineEvent({ owner: 'shipping', name: 'ParcelRefused', version: 1, schema: parcel });

/** A parcel was delivered. */
export const ParcelDelivered = defineEvent({ owner: 'shipping', name: 'ParcelDelivered', version: 1, schema: parcel });
