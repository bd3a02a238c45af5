import { retryOnConflict } from '@waypost/service-kit';
import { cancelReservation, reserve as decide, type ReservationRequest } from '../domain/trips/reservation.ts';
import type { ReservationRecords } from '../ports.ts';

/** Reserves every unit or none, once per key. */
export function reserve(
  { records }: { readonly records: Pick<ReservationRecords, 'of' | 'take'> },
  request: ReservationRequest,
): Promise<'reserved' | 'cancelled' | 'full'> {
  return retryOnConflict<'reserved' | 'cancelled' | 'full'>(async () => {
    const decision = decide(await records.of(request.key), request);
    if (decision.do === 'answer') return decision.answer;
    const kept = await records.take(decision.reservation);
    return kept === 'kept' ? 'reserved' : kept;
  });
}

/** Cancels the reservation of a key, also before it is made. */
export function cancel(
  { records }: { readonly records: Pick<ReservationRecords, 'of' | 'release'> },
  key: string,
): Promise<'cancelled'> {
  return retryOnConflict<'cancelled'>(async () => {
    const there = await records.of(key);
    const cancelled = cancelReservation(there, key);
    if (!cancelled) return 'cancelled';
    return (await records.release(cancelled, there)) === 'kept' ? 'cancelled' : 'changed';
  });
}
