import type { City, Flight } from '../api/trips.ts';
import { asCity } from './cities.ts';

/** Search for a trip, with the choices made so far. The address holds all of it, so that it can be shared. */
export interface TripSearch {
  readonly from?: City | undefined;
  readonly to?: City | undefined;
  /** `2026-12-01` */
  readonly date?: string | undefined;
  readonly travellers?: number | undefined;
  readonly flight?: string | undefined;
  readonly hotel?: string | undefined;
  /** City of the hotel, if it differs from the destination of the flight. */
  readonly city?: City | undefined;
}

export const MOST_TRAVELLERS = 9;
const GUESTS_A_ROOM = 2;
const DAY = 24 * 60 * 60 * 1000;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the valid parts of an address. Each field is named, since the router keeps fields that are not named. */
export function tripSearchIn(search: Readonly<Record<string, unknown>>): TripSearch {
  const travellers = Math.trunc(Number(search['travellers']));
  const date = text(search['date']);
  return {
    from: asCity(search['from']),
    to: asCity(search['to']),
    date: date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
    travellers: travellers >= 1 && travellers <= MOST_TRAVELLERS ? travellers : undefined,
    flight: text(search['flight']),
    hotel: text(search['hotel']),
    city: asCity(search['city']),
  };
}

/** Date some days from now, as the address has it. */
export const dayIn = (days: number, now = Date.now()): string => new Date(now + days * DAY).toISOString().slice(0, 10);

/** Nights between departure and return. */
export const stayOf = ({ departsAt, returnDepartsAt }: Pick<Flight, 'departsAt' | 'returnDepartsAt'>) => ({
  checkIn: departsAt.slice(0, 10),
  checkOut: returnDepartsAt.slice(0, 10),
});

export const nightsOf = ({ checkIn, checkOut }: { checkIn: string; checkOut: string }): number =>
  Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / DAY);

export const roomsFor = (travellers: number): number => Math.ceil(travellers / GUESTS_A_ROOM);
