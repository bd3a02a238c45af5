const codes = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
);
const names = new Intl.DisplayNames('en', { type: 'region' });

/** Where the shop ships to: ISO 3166-1 codes with their names, in the order of the names. */
export const countries: readonly { readonly code: string; readonly name: string }[] = codes
  .map((code) => ({ code, name: names.of(code) ?? code }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
