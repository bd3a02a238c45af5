import type { Sku } from '@waypost/contracts';
import { ProblemError } from '@waypost/service-kit';
import { type CatalogProduct, type ProductDetails, revise } from '../domain/product.ts';
import type { Products } from '../ports.ts';

const MAX_TRIES = 3;

/** Creates or replaces a product. Saying the same twice changes and tells nothing. */
export async function putProduct(
  { products }: { readonly products: Pick<Products, 'find' | 'save'> },
  sku: Sku,
  details: ProductDetails,
): Promise<CatalogProduct> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const current = await products.find(sku);
    const revision = revise(current, sku, details);
    if (current && !revision) return current;
    const saved = revision ? await products.save(revision) : 'changed';
    if (saved !== 'changed') return saved;
  }
  throw new ProblemError('conflict', 'The product was modified by another request. Read it and try again.');
}
