import { type Parcel, ParcelStatus } from '@waypost/contracts';

const rankOf = (status: ParcelStatus): number => ParcelStatus.options.indexOf(status);

/**
 * Applies a report to a parcel. Reports may be duplicated, late or out of order: the status never goes back, and each
 * status keeps its earliest time.
 */
export function parcelAfter(parcel: Parcel | undefined, report: Parcel['history'][number]): Parcel {
  const before = parcel?.history ?? [];
  const known = before.find(({ status }) => status === report.status);
  if (parcel && known && known.at <= report.at) return parcel;
  const history = [...before.filter(({ status }) => status !== report.status), report].toSorted(
    (a, b) => a.at.localeCompare(b.at) || rankOf(a.status) - rankOf(b.status),
  );
  const [status] = history.map((each) => each.status).toSorted((a, b) => rankOf(b) - rankOf(a));
  return { status: status ?? report.status, history };
}
