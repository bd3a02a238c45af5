import { CarrierReported, type DomainEvent, PARCEL_UPDATED } from '@waypost/contracts';
import * as z from 'zod';
import { ProviderEvent, type ReadProviderEvent, Word } from './provider-event.ts';

/** RFC 3339 with any offset and any fraction of a second, as the shop writes it: UTC, milliseconds. */
const Moment = z.iso
  .datetime({ offset: true, error: 'This is a time as in RFC 3339' })
  .transform((time) => new Date(time).toISOString());

const ParcelUpdate = z.object({ shipmentId: Word, status: CarrierReported.schema.shape.status, at: Moment });

/** A carrier's event; only `parcel.updated` has data that the shop reads. */
export const CarrierEvent = ProviderEvent.extend({ data: ParcelUpdate.optional() });
export type CarrierEvent = z.infer<typeof CarrierEvent>;

const ParcelUpdated = CarrierEvent.required({ data: true });
const AnyOther = CarrierEvent.omit({ data: true });

/** Reads the event in the body of a webhook whose id is in its header. */
export function readCarrierEvent(
  json: unknown,
  id: string | undefined,
): z.ZodSafeParseResult<ReadProviderEvent<CarrierEvent>> {
  const body = z.looseObject({}).safeParse(json).data;
  const schema = body?.['type'] === PARCEL_UPDATED ? ParcelUpdated : AnyOther;
  return schema.transform((event) => ({ event, isNeeded: event.type === PARCEL_UPDATED })).safeParse({ ...body, id });
}

/** Domain event of a carrier's event; undefined for another type. */
export function meaningOfCarrierEvent({ id, type, data }: CarrierEvent): DomainEvent | undefined {
  if (type !== PARCEL_UPDATED || !data) return undefined;
  return CarrierReported.build(data.shipmentId, { webhookId: id, ...data });
}
