import { AddressBody, defineRoute } from '@waypost/contracts';
import * as z from 'zod';

const ParcelId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);
const Word = z.string().min(1).max(100);

// The routes of the carrier's API that the shop uses: the carrier's contract and not the shop's.

/** Books a parcel to be picked up; booked again it stays as it is. A 409 if it was recalled. */
export const BookParcel = defineRoute({
  owner: 'sandbox',
  operationId: 'bookParcel',
  summary: 'Books a parcel to be picked up',
  method: 'PUT',
  path: '/carrier/parcels/{id}',
  access: 'open',
  conflicts: true,
  parameters: z.object({ id: ParcelId }),
  body: z.strictObject({ reference: Word, carrier: Word, address: AddressBody }),
  response: z.object({ parcelId: ParcelId }),
});

/** Takes parcels back, all of them or none: a 409 if one was picked up. */
export const RecallParcels = defineRoute({
  owner: 'sandbox',
  operationId: 'recallParcels',
  summary: 'Takes parcels back before they are picked up, all or none',
  method: 'POST',
  path: '/carrier/recalls',
  access: 'open',
  conflicts: true,
  body: z.strictObject({ parcels: z.array(ParcelId).min(1).max(20) }),
  response: z.object({ recalled: z.int() }),
});
