import type { CarrierRecords, KeptParcel, MoveQueue, ParcelMove, Webhook } from '../src/ports.ts';

/** Books of the carrier that keep to the same conditions as the table does, with what they told, and a queue of moves. */
export function carrierInMemory(): {
  readonly records: CarrierRecords;
  readonly moves: MoveQueue;
  readonly reported: Webhook[];
  readonly queued: { readonly move: ParcelMove; readonly delay: number }[];
} {
  const kept = new Map<string, KeptParcel>();
  const reported: Webhook[] = [];
  const queued: { readonly move: ParcelMove; readonly delay: number }[] = [];
  return {
    reported,
    queued,
    moves: { send: (move, delay) => Promise.resolve(void queued.push({ move, delay })) },
    records: {
      parcelOf: (parcelId) => Promise.resolve(kept.get(parcelId)),
      keep: (writes) => {
        const isOld = writes.some(({ parcel, version }) => (kept.get(parcel.parcelId)?.version ?? 0) !== version);
        if (isOld) return Promise.resolve('changed' as const);
        for (const { parcel, version, webhooks } of writes) {
          kept.set(parcel.parcelId, { parcel, version: version + 1 });
          reported.push(...webhooks);
        }
        return Promise.resolve('kept' as const);
      },
      parcels: (reference) =>
        Promise.resolve(
          [...kept.values()].map(({ parcel }) => parcel).filter((each) => !reference || each.reference === reference),
        ),
    },
  };
}
