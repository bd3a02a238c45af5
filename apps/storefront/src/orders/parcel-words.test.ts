import { describe, expect, it } from 'vitest';
import type { Parcel } from '@waypost/contracts';
import { ParcelStatus } from '@waypost/contracts';
import { parcelStops, parcelTrouble } from './parcel-words.ts';

const parcel = (...statuses: ParcelStatus[]): Parcel => ({
  status: statuses.at(-1) ?? 'PACKED',
  history: statuses.map((status, minute) => ({ status, at: `2026-05-03T12:0${minute}:00.000Z` })),
});

const shown = (of?: Parcel) => parcelStops(of).map(({ status, at }) => `${status}${at ? '' : '?'}`);

describe('the stops of a parcel', () => {
  it.each<[Parcel | undefined, string[]]>([
    [undefined, ['PACKED?', 'DISPATCHED?', 'DELIVERED?']],
    [parcel('PACKED'), ['PACKED', 'DISPATCHED?', 'DELIVERED?']],
    [parcel('PACKED', 'DISPATCHED', 'ADDRESS_PROBLEM'), ['PACKED', 'DISPATCHED', 'ADDRESS_PROBLEM', 'DELIVERED?']],
    [parcel('PACKED', 'DISPATCHED', 'LOST', 'DELIVERED'), ['PACKED', 'DISPATCHED', 'LOST', 'DELIVERED']],
    [parcel('PACKED', 'DISPATCHED', 'REFUSED'), ['PACKED', 'DISPATCHED', 'REFUSED']],
    [parcel('DELIVERED'), ['DELIVERED']],
  ])('are the past ones, then the expected ones', (of, expected) => {
    expect(shown(of)).toEqual(expected);
  });
});

describe('a parcel in trouble', () => {
  it('says what is wrong and what to do; other parcels say nothing', () => {
    const troubled = ParcelStatus.options.filter((status) => parcelTrouble(status));
    expect(troubled).toEqual(['ADDRESS_PROBLEM', 'LOST', 'REFUSED']);
  });
});
