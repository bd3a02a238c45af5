import { retryOnConflict } from '@waypost/service-kit';
import { bookParcel, type Booking, moveParcel, recallParcel } from '../domain/carrier/parcel.ts';
import type { CarrierRecords, MoveQueue } from '../ports.ts';
import { webhookOf } from '../carrier-protocol/webhooks.ts';

// The simulated carrier: parcels are booked, may be recalled, and move by themselves.

/**
 * Books a parcel and queues its moves, once. A repeated booking queues the moves that are missing; a duplicate move
 * changes nothing.
 */
export async function book(
  { records, moves, stepSeconds }: { records: CarrierRecords; moves: MoveQueue; readonly stepSeconds: number },
  booking: Booking,
): Promise<'booked' | 'recalled'> {
  const parcel = await retryOnConflict(async () => {
    const there = await records.parcelOf(booking.parcelId);
    const earlier = there ? [] : await records.parcels(booking.reference);
    const next = bookParcel(there?.parcel, booking, earlier);
    if (next === 'recalled' || next === there?.parcel) return next;
    return (await records.keep([{ parcel: next, version: 0, webhooks: [] }])) === 'kept' ? next : 'changed';
  });
  if (parcel === 'recalled') return parcel;
  const { parcelId, journey, history } = parcel;
  for (let step = history.length + 1; step <= journey.length; step += 1)
    await moves.send({ parcelId, step }, step * stepSeconds);
  return 'booked';
}

/** Takes parcels back, all or none. */
export function recall(
  { records }: { records: CarrierRecords },
  parcelIds: readonly string[],
): Promise<'recalled' | 'left'> {
  return retryOnConflict<'recalled' | 'left'>(async () => {
    const writes = [];
    for (const parcelId of new Set(parcelIds)) {
      const there = await records.parcelOf(parcelId);
      const parcel = recallParcel(there?.parcel, parcelId);
      if (parcel === 'left') return parcel;
      writes.push({ parcel, version: there?.version ?? 0, webhooks: [] });
    }
    return (await records.keep(writes)) === 'kept' ? 'recalled' : 'changed';
  });
}

/** Moves a parcel to a step of its journey and reports it. A parcel that is further or was recalled stays. */
export function move(
  { records, now }: { records: CarrierRecords; readonly now: string },
  { parcelId, step }: { readonly parcelId: string; readonly step: number },
): Promise<'moved' | 'stays'> {
  return retryOnConflict<'moved' | 'stays'>(async () => {
    const there = await records.parcelOf(parcelId);
    const moved = there && moveParcel(there.parcel, step, now);
    if (!moved) return 'stays';
    const webhooks = moved.reported.map((status) => webhookOf(moved.parcel, status, now));
    const kept = await records.keep([{ parcel: moved.parcel, version: there.version, webhooks }]);
    return kept === 'kept' ? 'moved' : 'changed';
  });
}
