import type { Money, Season } from '@waypost/contracts';

/** Letters that Unicode doesn't decompose into a base letter and an accent, and their usual transcription. */
const TRANSCRIPTIONS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * Folds text for matching: without accents, case, typographic quotes and dashes, in one Unicode normalization.
 * Source: https://unicode.org/reports/tr15/#Norm_Forms
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/gu, (letter) => TRANSCRIPTIONS[letter] ?? letter)
    .replaceAll(/[‘’‚‛′ʼ`´]/gu, "'")
    .replaceAll(/[“”„‟″«»]/gu, '"')
    .replaceAll(/[‐‑‒–—−]/gu, '-');
}

/** Folded words of a search, each once. */
export function wordsOf(query: string | undefined): readonly string[] {
  return [
    ...new Set(
      fold(query ?? '')
        .split(/\s+/u)
        .filter(Boolean),
    ),
  ];
}

/** True if the product's name or description contains every word, in any order, also as a part of a longer word. */
export function mentions(
  product: { readonly name: string; readonly description: string },
  words: readonly string[],
): boolean {
  if (words.length === 0) return true;
  const text = fold(`${product.name}\n${product.description}`);
  return words.every((word) => text.includes(word));
}

/** Filters of a product list. A product has to match each that is given. */
export interface ProductFilters {
  readonly words: readonly string[];
  readonly minPrice?: number | undefined;
  readonly maxPrice?: number | undefined;
  readonly available?: 'true' | 'false' | undefined;
  readonly season?: Season | undefined;
}

/** True if at least one filter is given. */
export const isFiltered = ({ words, ...filters }: ProductFilters): boolean =>
  words.length > 0 || Object.values(filters).some((filter) => filter !== undefined);

/** True if a product matches every filter. Prices are in minor units of the shop's currency. */
export function matches(
  product: Parameters<typeof mentions>[0] & {
    readonly price: Money;
    readonly available: boolean;
    readonly seasons: readonly Season[];
  },
  { words, minPrice = 0, maxPrice = Infinity, available, season }: ProductFilters,
): boolean {
  const { amount } = product.price;
  const hasAvailability = available === undefined || product.available === (available === 'true');
  const hasSeason = season === undefined || product.seasons.includes(season);
  return hasAvailability && hasSeason && amount >= minPrice && amount <= maxPrice && mentions(product, words);
}
