import type { City } from '../api/trips.ts';

/** Cities that trips go to and from. */
export const CITIES: Readonly<Record<City, string>> = {
  BER: 'Berlin',
  CPH: 'Copenhagen',
  EDI: 'Edinburgh',
  KEF: 'Reykjavík',
  LIS: 'Lisbon',
  OSL: 'Oslo',
  VIE: 'Vienna',
  ZRH: 'Zurich',
};

const isCity = (value: string): value is City => Object.hasOwn(CITIES, value);

export const asCity = (value: unknown): City | undefined =>
  typeof value === 'string' && isCity(value) ? value : undefined;
