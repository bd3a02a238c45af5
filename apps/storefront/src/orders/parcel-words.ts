import type { Parcel, ParcelStatus } from '../api/shop.ts';

/** What is wrong with a parcel, and what to do about it. */
export interface ParcelTrouble {
  readonly what: string;
  readonly advice: string;
}

/** Nothing, where all goes well. */
export function parcelTrouble(status: ParcelStatus): ParcelTrouble | undefined {
  switch (status) {
    case 'ADDRESS_PROBLEM':
      return {
        what: 'The carrier can’t find the address.',
        advice:
          'It may still be delivered. Look at the address on this page: if it has a slip in it, tell us the right one.',
      };
    case 'LOST':
      return {
        what: 'The carrier lost track of this parcel.',
        advice: 'You need not do anything: it is being looked for, and is delivered if it is found.',
      };
    case 'REFUSED':
      return {
        what: 'Nobody took this parcel in, and it is on its way back to us.',
        advice: 'Tell us if that was a mistake, and how we reach you.',
      };
    case 'PACKED':
    case 'DISPATCHED':
    case 'DELIVERED':
      return undefined;
  }
}

export const parcelTitles: Readonly<Record<ParcelStatus, string>> = {
  PACKED: 'Packed',
  DISPATCHED: 'Left the warehouse',
  ADDRESS_PROBLEM: 'Address not found',
  LOST: 'Lost on the way',
  REFUSED: 'Not taken in, goes back',
  DELIVERED: 'Delivered',
};

/** A stop of a parcel: where it was, with the time, or where it has yet to come to. */
export interface ParcelStop {
  readonly status: ParcelStatus;
  readonly at?: string;
}

/** What happened to a parcel in the order of time, then what is still to come; a refused one comes to nobody's door any more. */
export function parcelStops(parcel: Parcel | undefined): readonly ParcelStop[] {
  const past = parcel?.history ?? [];
  const told = new Set(past.map(({ status }) => status));
  const gone = told.has('DELIVERED') || told.has('REFUSED');
  const ahead = gone ? [] : (['PACKED', 'DISPATCHED', 'DELIVERED'] as const).filter((status) => !told.has(status));
  return [...past, ...ahead.map((status) => ({ status }))];
}
