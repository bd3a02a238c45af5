import type { Address } from '../api/shop.ts';

type Country = Address['country'];

// prettier-ignore
const codes: readonly Country[] = [
  'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU',
  'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
];
const names = new Intl.DisplayNames('en', { type: 'region' });

/** Countries that the shop ships to: ISO 3166-1 codes with their names, sorted by name. */
export const countries: readonly { readonly code: Country; readonly name: string }[] = codes
  .map((code) => ({ code, name: names.of(code) ?? code }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** Returns the code of a country that the shop ships to, and undefined for any other text. */
export const countryOf = (text: string): Country | undefined => codes.find((code) => code === text);
