interface Service {
  readonly carrier: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: ReadonlySet<string>;
}

const countries = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Carriers by country, in the order of preference. Nothing is shipped to a country without one. */
const SERVICES: readonly Service[] = [
  { carrier: 'parcel-post', countries: countries('DE AT CH LI LU') },
  {
    carrier: 'continental-express',
    countries: countries('BE BG CY CZ DK EE ES FI FR GB GR HR HU IE IS IT LT LV MT NL NO PL PT RO SE SI SK'),
  },
  { carrier: 'overseas-air', countries: countries('AU CA JP KR NZ SG US') },
];

/** The carrier that takes parcels to a country, if there is one. */
export function carrierTo(country: string): string | undefined {
  return SERVICES.find((service) => service.countries.has(country))?.carrier;
}

/** Reports whether a carrier ships to a country. */
export function goesTo(carrier: string, country: string): boolean {
  return SERVICES.some((service) => service.carrier === carrier && service.countries.has(country));
}
