import { BOOKING_HORIZON_DAYS, City, type Flight } from '@waypost/contracts';

/** Nights between there and back that are on offer. */
const NIGHTS = [3, 7, 14];
/** Departures of a day: UTC hours there and back. */
const DEPARTURES = { am: { there: 7, back: 10 }, pm: { there: 17, back: 18 } } as const;
/** Seats per flight. */
export const SEATS = 12;

type Departure = keyof typeof DEPARTURES;

/** Approximate latitude and longitude of the cities in degrees: a longer flight takes longer and costs more. */
const PLACES: Readonly<Record<City, readonly [latitude: number, longitude: number]>> = {
  BER: [52, 13],
  CPH: [55, 12],
  EDI: [56, -3],
  KEF: [64, -22],
  LIS: [39, -9],
  OSL: [60, 11],
  VIE: [48, 16],
  ZRH: [47, 8],
};

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** Days ahead for which the airline sells flights. */
const HORIZON_DAYS = BOOKING_HORIZON_DAYS;

/** Round trips between two cities that depart on a date: none in the past, beyond the horizon, or from a city to itself. */
export function flightsOn(from: City, to: City, date: string, now: string): readonly Flight[] {
  if (from === to || date > dayAfter(now.slice(0, 10), HORIZON_DAYS)) return [];
  return NIGHTS.flatMap((nights) =>
    (['am', 'pm'] as const).map((departure) => flight({ from, to, date, back: dayAfter(date, nights), departure })),
  ).filter(({ departsAt }) => departsAt > now);
}

/** The cheapest flight from a city to each other city that departs within a number of days; of equal fares, the earliest. */
export function lowestFares(from: City, days: number, now: string): readonly Flight[] {
  const dates = Array.from({ length: days }, (_, day) => dayAfter(now.slice(0, 10), day + 1));
  return City.options.flatMap((to) => {
    const [cheapest] = dates
      .flatMap((date) => flightsOn(from, to, date, now))
      .toSorted((one, other) => one.price.amount - other.price.amount || one.departsAt.localeCompare(other.departsAt));
    return cheapest ? [cheapest] : [];
  });
}

/** A flight that is on offer, by its id. */
export function flightOf(flightId: string, now: string): Flight | undefined {
  const [, from, to, there] = /^flt_([A-Z]{3})-([A-Z]{3})_(\d{8})-/.exec(flightId) ?? [];
  const cities = { from: City.safeParse(from), to: City.safeParse(to) };
  const date = there?.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
  if (!cities.from.success || !cities.to.success || !date || Number.isNaN(Date.parse(date))) return undefined;
  return flightsOn(cities.from.data, cities.to.data, date, now).find((each) => each.flightId === flightId);
}

function flight({
  from,
  to,
  date,
  back,
  departure,
}: {
  readonly from: City;
  readonly to: City;
  readonly date: string;
  readonly back: string;
  readonly departure: Departure;
}): Flight {
  const distance = degreesBetween(from, to);
  const takes = HOUR + distance * 6 * 60 * 1000;
  const { there, back: home } = DEPARTURES[departure];
  const at = (day: string, hour: number, later = 0) => new Date(Date.parse(day) + hour * HOUR + later).toISOString();
  const compact = (day: string) => day.replaceAll('-', '');
  const isEvening = departure === 'pm';
  return {
    flightId: `flt_${from}-${to}_${compact(date)}-${compact(back)}_${departure}`,
    from,
    to,
    departsAt: at(date, there),
    arrivesAt: at(date, there, takes),
    returnDepartsAt: at(back, home),
    returnArrivesAt: at(back, home, takes),
    price: { amount: 6900 + distance * 350 + (isEvening ? 1500 : 0) + surchargeOn(from, to, date), currency: 'EUR' },
  };
}

/** Surcharge of a date in minor units: a fixed pattern by route and weekday, with none on one day of each week. */
function surchargeOn(from: City, to: City, date: string): number {
  const route = City.options.indexOf(from) * 3 + City.options.indexOf(to) * 5;
  return ((Date.parse(date) / DAY + route) % 7) * 900;
}

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

function degreesBetween(from: City, to: City): number {
  const [[northFrom, eastFrom], [northTo, eastTo]] = [PLACES[from], PLACES[to]];
  return Math.round(Math.hypot(northFrom - northTo, (eastFrom - eastTo) * 0.6));
}
