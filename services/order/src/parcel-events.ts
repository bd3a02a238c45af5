import {
  ParcelAddressProblem,
  ParcelDelivered,
  ParcelDispatched,
  ParcelLost,
  ParcelPacked,
  ParcelRefused,
  type ParcelStatus,
} from '@waypost/contracts';

/** What shipping tells of parcels. */
export const PARCEL_EVENTS = [
  ParcelPacked,
  ParcelDispatched,
  ParcelAddressProblem,
  ParcelLost,
  ParcelRefused,
  ParcelDelivered,
] as const;

const STATUSES: Readonly<Record<string, ParcelStatus>> = {
  [ParcelPacked.name]: 'PACKED',
  [ParcelDispatched.name]: 'DISPATCHED',
  [ParcelAddressProblem.name]: 'ADDRESS_PROBLEM',
  [ParcelLost.name]: 'LOST',
  [ParcelRefused.name]: 'REFUSED',
  [ParcelDelivered.name]: 'DELIVERED',
};

/**
 * Where a parcel stands by the name of what was told.
 *
 * @throws Error for an event that tells of no parcel.
 */
export function parcelStatusOf(name: string): ParcelStatus {
  const status = STATUSES[name];
  if (!status) throw new Error(`${name} tells of no parcel`);
  return status;
}
