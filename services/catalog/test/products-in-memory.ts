import { Sku } from '@waypost/contracts';
import type { CatalogProduct } from '../src/domain/product.ts';
import type { Products } from '../src/ports.ts';

/** A tent; give what matters. */
export function aProduct(sku: string, given: Partial<Omit<CatalogProduct, 'sku'>> = {}): CatalogProduct {
  return {
    sku: Sku.parse(sku),
    version: 1,
    available: true,
    name: `The ${sku}`,
    description: 'Stands in a gale',
    category: 'tents',
    price: { amount: 100, currency: 'EUR' },
    images: [],
    seasons: [],
    ...given,
  };
}

const placeOf = ({ category, sku }: Pick<CatalogProduct, 'category' | 'sku'>) => `${category}#${sku}`;

/**
 * Products with the same conditions as the table; `told` has the republished ones, `reads` counts the reads of the
 * list.
 */
export function productsInMemory(given: readonly CatalogProduct[]) {
  const known = new Map(given.map((product) => [product.sku, product]));
  const published: string[] = [];
  let reads = 0;
  const find: Products['find'] = (sku) => Promise.resolve(known.get(sku));
  const products: Omit<Products, 'setAvailability'> = {
    find,
    glance: find,
    page: ({ category, after, size }) => {
      reads += 1;
      const all = [...known.values()]
        .filter((product) => category === undefined || product.category === category)
        .filter((product) => !after || placeOf(product) > placeOf(after))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      return Promise.resolve({ products: all.slice(0, size), more: all.length >= size });
    },
    save: ({ sku, version, details }) => {
      const current = known.get(sku);
      if ((current?.version ?? 0) !== version - 1) return Promise.resolve('changed');
      const saved = { sku, version, available: current?.available ?? false, ...details };
      known.set(sku, saved);
      return Promise.resolve(saved);
    },
    republish: ({ sku, version }) => {
      if (known.get(sku)?.version !== version) return Promise.resolve('changed');
      published.push(sku);
      return Promise.resolve('published');
    },
  };
  return { products, published, known, reads: () => reads };
}
