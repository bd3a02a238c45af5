import {
  type CarrierReported,
  type DomainEvent,
  type EventContract,
  type EventData,
  type OrderId,
  type Parcel,
  ParcelAddressProblem,
  ParcelDelivered,
  ParcelDispatched,
  ParcelLost,
  ParcelPacked,
  ParcelRefused,
  ParcelStatus,
} from '@waypost/contracts';

/**
 * Since when a parcel stood where, RFC 3339: all there is to know of it. Reports only ever add to it or bring a time
 * forward, so it comes out the same whatever order they come in, and however often.
 */
export type ParcelTimes = Readonly<Partial<Record<ParcelStatus, string>>>;

export type CarrierReport = Omit<EventData<typeof CarrierReported>, 'webhookId'>;

/** Parcel status for each status of the carrier. Every report implies that the parcel left. */
const MEANING: Readonly<Record<CarrierReport['status'], ParcelStatus>> = {
  picked_up: 'DISPATCHED',
  in_transit: 'DISPATCHED',
  address_problem: 'ADDRESS_PROBLEM',
  lost: 'LOST',
  delivery_refused: 'REFUSED',
  delivered: 'DELIVERED',
};

const TOLD: Readonly<Record<ParcelStatus, EventContract<string, typeof ParcelPacked.schema>>> = {
  PACKED: ParcelPacked,
  DISPATCHED: ParcelDispatched,
  ADDRESS_PROBLEM: ParcelAddressProblem,
  LOST: ParcelLost,
  REFUSED: ParcelRefused,
  DELIVERED: ParcelDelivered,
};

/** Statuses in the order in which a parcel can come to them, which is that of the contract: it never goes back. */
const reached = (times: ParcelTimes): readonly ParcelStatus[] =>
  ParcelStatus.options.filter((status) => times[status] !== undefined);

export const statusOf = (times: ParcelTimes): ParcelStatus => reached(times).at(-1) ?? 'PACKED';

/** A parcel after a report. */
export function reported(times: ParcelTimes, { status, at }: Pick<CarrierReport, 'status' | 'at'>): ParcelTimes {
  return earliest(earliest(times, 'DISPATCHED', at), MEANING[status], at);
}

function earliest(times: ParcelTimes, status: ParcelStatus, at: string): ParcelTimes {
  const known = times[status];
  return known !== undefined && known <= at ? times : { ...times, [status]: at };
}

/** Events between two states: that the parcel left, and its status, unless it was further already. */
export function parcelEvents(
  { orderId, shipmentId }: { readonly orderId: OrderId; readonly shipmentId: string },
  before: ParcelTimes,
  after: ParcelTimes,
): readonly DomainEvent[] {
  const now = statusOf(after);
  return reached(after)
    .filter((status) => before[status] === undefined && (status === 'DISPATCHED' || status === now))
    .map((status) => TOLD[status].build(orderId, { orderId, shipmentId, at: after[status] ?? '' }));
}

/** A parcel as shoppers see it. */
export function parcelOf(times: ParcelTimes): Parcel {
  const history = reached(times).map((status) => ({ status, at: times[status] ?? '' }));
  return { status: statusOf(times), history: history.toSorted((a, b) => a.at.localeCompare(b.at)) };
}
