import {
  ParcelAddressProblem,
  ParcelDelivered,
  ParcelDispatched,
  ParcelLost,
  ParcelPacked,
  ParcelRefused,
  type ParcelStatus,
} from '@waypost/contracts';

/** Events about parcels that shipping publishes. */
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
 * Status of a parcel by the name of the event.
 *
 * @throws Error for an event that isn't about a parcel.
 */
export function parcelStatusOf(name: string): ParcelStatus {
  const status = STATUSES[name];
  if (!status) throw new Error(`${name} is not an event of a parcel`);
  return status;
}
