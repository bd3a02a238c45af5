import type { Category } from '@waypost/contracts';
import type { CatalogProduct } from '../domain/product.ts';
import { matches, isFiltered, type ProductFilters, wordsOf } from '../domain/search.ts';
import type { Position, Products } from '../ports.ts';

/** Maximum number of products that one search reads before it returns its matches and a cursor. */
const MAX_LOOKED_AT = 500;
const SEARCH_PAGE = 100;

interface Requested extends Omit<ProductFilters, 'words'> {
  readonly category?: Category | undefined;
  readonly query?: string | undefined;
  readonly limit: number;
  readonly after?: Position | undefined;
}

interface Listed {
  readonly products: readonly CatalogProduct[];
  /** Cursor of the next page; undefined on the last one. */
  readonly next?: Position;
}

/** Lists products. A search reads page after page until it found enough, but no more than so many. */
export async function listProducts(
  { products }: { readonly products: Pick<Products, 'page'> },
  { category, query, limit, after, ...given }: Requested,
): Promise<Listed> {
  const filters: ProductFilters = { ...given, words: wordsOf(query) };
  const size = isFiltered(filters) ? SEARCH_PAGE : limit + 1;
  const found: CatalogProduct[] = [];
  let lookedAt = 0;
  let last = after;
  for (;;) {
    const page = await products.page({ ...(category && { category }), ...(last && { after: last }), size });
    for (const product of page.products) {
      if (!matches(product, filters)) continue;
      if (found.length === limit) return listedUpTo(found, found.at(-1));
      found.push(product);
    }
    last = page.products.at(-1) ?? last;
    lookedAt += page.products.length;
    if (!page.more) return { products: found };
    if (lookedAt >= MAX_LOOKED_AT) return listedUpTo(found, last);
  }
}

function listedUpTo(products: readonly CatalogProduct[], last: Position | undefined): Listed {
  return { products, ...(last && { next: { category: last.category, sku: last.sku } }) };
}
