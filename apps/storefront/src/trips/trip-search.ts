import type { City, Flight } from '../api/trips.ts';
import { asCity } from './cities.ts';

/** A trip that somebody looks for, and what they chose of it; all of it stands in the address, so that it can be sent on. */
export interface TripSearch {
  readonly from?: City | undefined;
  readonly to?: City | undefined;
  /** `2026-12-01` */
  readonly date?: string | undefined;
  readonly travellers?: number | undefined;
  readonly flight?: string | undefined;
  readonly hotel?: string | undefined;
  /** Where the hotel is, if it isn't where the flight goes. */
  readonly city?: City | undefined;
}

export const MOST_TRAVELLERS = 9;
const GUESTS_A_ROOM = 2;
const DAY = 24 * 60 * 60 * 1000;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What an address says, as far as it can be read; each field is named, since the router keeps what nobody names. */
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

/** A day so many days from now, as it is written in an address. */
export const dayIn = (days: number, now = Date.now()): string => new Date(now + days * DAY).toISOString().slice(0, 10);

/** The nights between the flight there and the flight back. */
export const stayOf = ({ departsAt, returnDepartsAt }: Pick<Flight, 'departsAt' | 'returnDepartsAt'>) => ({
  checkIn: departsAt.slice(0, 10),
  checkOut: returnDepartsAt.slice(0, 10),
});

export const nightsOf = ({ checkIn, checkOut }: { checkIn: string; checkOut: string }): number =>
  Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / DAY);

export const roomsFor = (travellers: number): number => Math.ceil(travellers / GUESTS_A_ROOM);
