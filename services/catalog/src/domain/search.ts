import type { Money } from '@waypost/contracts';

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
}

/** Whether a list leaves anything out. */
export const isSearch = ({ words, minPrice, maxPrice, available }: Wanted): boolean =>
  words.length > 0 || minPrice !== undefined || maxPrice !== undefined || available !== undefined;

/** Whether a product stands in a list. Prices are in minor units of the shop's one currency. */
export function fits(
  product: Parameters<typeof mentions>[0] & { readonly price: Money; readonly available: boolean },
  { words, minPrice = 0, maxPrice = Infinity, available }: Wanted,
): boolean {
  const { amount } = product.price;
  const wanted = available === undefined || product.available === (available === 'true');
  return wanted && amount >= minPrice && amount <= maxPrice && mentions(product, words);
}
