import type { Money, Season } from '@waypost/contracts';

/** The words of a search; in lower case, each once. */
export function wordsOf(query: string | undefined): readonly string[] {
  return [...new Set((query ?? '').toLowerCase().split(/\s+/).filter(Boolean))];
}

/** Whether every word stands in the product's name or description, also as a part of a longer word. */
export function mentions(
  product: { readonly name: string; readonly description: string },
  words: readonly string[],
): boolean {
  const text = `${product.name}\n${product.description}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** What a product has to be to stand in a list; all of it, where it is given. */
export interface Wanted {
  readonly words: readonly string[];
  readonly minPrice?: number | undefined;
  readonly maxPrice?: number | undefined;
  readonly available?: 'true' | 'false' | undefined;
  readonly season?: Season | undefined;
}

/** Whether a list leaves anything out. */
export const isSearch = ({ words, ...filters }: Wanted): boolean =>
  words.length > 0 || Object.values(filters).some((filter) => filter !== undefined);

/** Whether a product stands in a list. Prices are in minor units of the shop's one currency. */
export function fits(
  product: Parameters<typeof mentions>[0] & {
    readonly price: Money;
    readonly available: boolean;
    readonly seasons: readonly Season[];
  },
  { words, minPrice = 0, maxPrice = Infinity, available, season }: Wanted,
): boolean {
  const { amount } = product.price;
  const isThere = available === undefined || product.available === (available === 'true');
  const inSeason = season === undefined || product.seasons.includes(season);
  return isThere && inSeason && amount >= minPrice && amount <= maxPrice && mentions(product, words);
}
