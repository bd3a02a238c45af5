import type { OrderStatus, ParcelStatus } from '@waypost/contracts';

interface Line {
  readonly sku: string;
  readonly quantity: number;
}

export interface FakeParcel {
  readonly warehouse: 'north' | 'south';
  readonly lines: readonly Line[];
  readonly history: { status: ParcelStatus; at: string }[];
}

/** Who has it sends it: what the north has not enough of comes from the south too. */
export function parcelsOf(
  lines: readonly Line[],
  stockOf: (sku: string) => { readonly north: number } | undefined,
): readonly FakeParcel[] {
  const northern = ({ sku, quantity }: Line) => Math.min(quantity, stockOf(sku)?.north ?? 0);
  const north = lines.map((line) => ({ ...line, quantity: northern(line) }));
  const south = lines.map((line) => ({ ...line, quantity: line.quantity - northern(line) }));
  return [
    { warehouse: 'north' as const, lines: north },
    { warehouse: 'south' as const, lines: south },
  ].flatMap(({ warehouse, lines: some }) => {
    const held = some.filter(({ quantity }) => quantity > 0);
    return held.length > 0 ? [{ warehouse, lines: held, history: [] }] : [];
  });
}

const left = ({ history }: FakeParcel) => history.some(({ status }) => status !== 'PACKED');
const delivered = ({ history }: FakeParcel) => history.some(({ status }) => status === 'DELIVERED');

/** SHIPPED with the first parcel, DELIVERED with the last. */
export function statusBy(parcels: readonly FakeParcel[]): OrderStatus {
  if (parcels.length > 0 && parcels.every(delivered)) return 'DELIVERED';
  return parcels.some(left) ? 'SHIPPED' : 'CONFIRMED';
}

export const parcelView = ({ history }: FakeParcel) => {
  const last = history.at(-1);
  return last && { status: last.status, history };
};
