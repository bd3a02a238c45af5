import type { Position, Products } from '../ports.ts';

/** Products per batch. Each costs one write. */
const BATCH = 100;

/** Tells the last change of a batch of products once more. */
export async function republishProducts(
  { products }: { readonly products: Pick<Products, 'page' | 'republish'> },
  after: Position | undefined,
): Promise<{ readonly published: number; readonly next?: Position }> {
  const page = await products.page({ ...(after && { after }), size: BATCH });
  const outcomes = await Promise.all(page.products.map((product) => products.republish(product)));
  const last = page.products.at(-1);
  return {
    published: outcomes.filter((outcome) => outcome === 'published').length,
    ...(page.more && last && { next: { category: last.category, sku: last.sku } }),
  };
}
