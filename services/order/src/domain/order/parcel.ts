import { type Parcel, ParcelStatus } from '@waypost/contracts';

const rankOf = (status: ParcelStatus): number => ParcelStatus.options.indexOf(status);

/**
 * A parcel after it was told where it stands, late or twice or in any order. It never goes back: statuses come in the order
 * of the contract, and each is kept with the earliest time it was told with.
 */
export function parcelAfter(parcel: Parcel | undefined, told: Parcel['history'][number]): Parcel {
  const before = parcel?.history ?? [];
  const known = before.find(({ status }) => status === told.status);
  if (parcel && known && known.at <= told.at) return parcel;
  const history = [...before.filter(({ status }) => status !== told.status), told].toSorted(
    (a, b) => a.at.localeCompare(b.at) || rankOf(a.status) - rankOf(b.status),
  );
  const [status] = history.map((each) => each.status).toSorted((a, b) => rankOf(b) - rankOf(a));
  return { status: status ?? told.status, history };
}
