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
