import type { Parcel, ParcelStatus } from '../api/shop.ts';

/** Describes the problem of a parcel, and what to do about it. */
export interface ParcelTrouble {
  readonly what: string;
  readonly advice: string;
}

/** Returns undefined for a parcel without a problem. */
export function parcelTrouble(status: ParcelStatus): ParcelTrouble | undefined {
  switch (status) {
    case 'ADDRESS_PROBLEM':
      return {
        what: 'The carrier can’t find the address.',
        advice: 'It may still be delivered. Check the address on this page, and contact us if it is wrong.',
      };
    case 'LOST':
      return {
        what: 'The carrier lost this parcel.',
        advice: 'You don’t need to do anything. The carrier is searching for it, and delivers it if it is found.',
      };
    case 'REFUSED':
      return {
        what: 'Nobody accepted this parcel, and it is on its way back to us.',
        advice: 'Contact us if that was a mistake.',
      };
    case 'PACKED':
    case 'DISPATCHED':
    case 'DELIVERED':
      return undefined;
  }
}

export const parcelTitles: Readonly<Record<ParcelStatus, string>> = {
  PACKED: 'Packed',
  DISPATCHED: 'Dispatched',
  ADDRESS_PROBLEM: 'Address not found',
  LOST: 'Lost in transit',
  REFUSED: 'Not accepted, returning to us',
  DELIVERED: 'Delivered',
};

/** A stop of a parcel: a past one with its time, or an expected one. */
export interface ParcelStop {
  readonly status: ParcelStatus;
  readonly at?: string;
}

/**
 * Returns the history of a parcel, oldest first, then its expected stops. A parcel that was refused has no further
 * stops.
 */
export function parcelStops(parcel: Parcel | undefined): readonly ParcelStop[] {
  const past = parcel?.history ?? [];
  const statuses = new Set(past.map(({ status }) => status));
  const gone = statuses.has('DELIVERED') || statuses.has('REFUSED');
  const ahead = gone ? [] : (['PACKED', 'DISPATCHED', 'DELIVERED'] as const).filter((status) => !statuses.has(status));
  return [...past, ...ahead.map((status) => ({ status }))];
}
