import { City, type Hotel, MAX_NIGHTS } from '@waypost/contracts';

/** The hotels that every city has, each with the price of a room in the cheapest one. */
const HOUSES = [
  { slug: 'harbour', name: 'Harbour House', price: 8900 },
  { slug: 'old-town', name: 'Old Town Inn', price: 6400 },
  { slug: 'station', name: 'Station Lodge', price: 4900 },
] as const;

/** Price of a night relative to the cheapest city, in percent. */
const DEARER: Readonly<Record<City, number>> = {
  BER: 10,
  CPH: 60,
  EDI: 40,
  KEF: 90,
  LIS: 0,
  OSL: 70,
  VIE: 20,
  ZRH: 80,
};

/** Rooms per hotel and night. */
export const ROOMS = 5;

const DAY = 24 * 60 * 60 * 1000;

/** Every hotel of a city. */
export const hotelsOf = (city: City): readonly Hotel[] =>
  HOUSES.map(({ slug, name, price }) => ({
    hotelId: `htl_${city}-${slug}`,
    name,
    city,
    price: { amount: Math.round((price * (100 + DEARER[city])) / 10_000) * 100, currency: 'EUR' },
  }));

export const hotelOf = (hotelId: string): Hotel | undefined =>
  City.options.flatMap(hotelsOf).find((hotel) => hotel.hotelId === hotelId);

/** The nights of a stay, by the day on which each begins; none where it ends before it begins, or is too long. */
export function nightsOf(checkIn: string, checkOut: string): readonly string[] {
  const count = (Date.parse(checkOut) - Date.parse(checkIn)) / DAY;
  if (count < 1 || count > MAX_NIGHTS) return [];
  return Array.from({ length: count }, (_, night) =>
    new Date(Date.parse(checkIn) + night * DAY).toISOString().slice(0, 10),
  );
}
