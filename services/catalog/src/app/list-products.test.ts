import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { aProduct, productsInMemory } from '../../test/products-in-memory.ts';
import { listProducts } from './list-products.ts';

const many = (count: number, given = {}) =>
  Array.from({ length: count }, (_, index) => aProduct(`TENT-${String(index).padStart(4, '0')}`, given));

const skus = (listed: { products: readonly { sku: string }[] }) => listed.products.map(({ sku }) => sku);

describe('a list that fits on a page', () => {
  it('has no next page, also when it fits exactly', async () => {
    const { products } = productsInMemory(many(3));
    const listed = await listProducts({ products }, { limit: 3 });
    expect(skus(listed)).toEqual(['TENT-0000', 'TENT-0001', 'TENT-0002']);
    expect(listed.next).toBeUndefined();
  });

  it('shows one category when asked', async () => {
    const { products } = productsInMemory([aProduct('B', { category: 'packs' }), aProduct('A')]);
    expect(skus(await listProducts({ products }, { category: 'packs', limit: 9 }))).toEqual(['B']);
    expect(skus(await listProducts({ products }, { limit: 9 }))).toEqual(['B', 'A']);
  });
});

describe('a list of what costs little and can be had', () => {
  it('shows that and no more', async () => {
    const { products } = productsInMemory([
      aProduct('A', { price: { amount: 900, currency: 'EUR' } }),
      aProduct('B', { price: { amount: 900, currency: 'EUR' }, available: false }),
      aProduct('C', { price: { amount: 9000, currency: 'EUR' } }),
    ]);
    expect(skus(await listProducts({ products }, { maxPrice: 1000, available: 'true', limit: 9 }))).toEqual(['A']);
  });
});

describe('a search in a large catalogue', () => {
  it('goes on over pages until it found enough', async () => {
    const needle = aProduct('TENT-9999', { name: 'Needle' });
    const { products, reads } = productsInMemory([...many(250), needle]);
    const listed = await listProducts({ products }, { query: 'needle', limit: 1 });
    expect(skus(listed)).toEqual(['TENT-9999']);
    expect(reads()).toBe(3);
  });

  it('stops after 500 products, and says where to go on', async () => {
    const { products, reads } = productsInMemory([...many(1000), aProduct('TENT-9999', { name: 'Needle' })]);
    const first = await listProducts({ products }, { query: 'needle', limit: 1 });
    expect(first).toEqual({ products: [], next: { category: 'tents', sku: 'TENT-0499' } });
    expect(reads()).toBe(5);
    const second = await listProducts({ products }, { query: 'needle', limit: 1, after: first.next });
    expect(skus(await listProducts({ products }, { query: 'needle', limit: 1, after: second.next }))).toEqual([
      'TENT-9999',
    ]);
  });
});

describe('any list, read page by page', () => {
  it('shows every product that fits once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(undefined, 'needle'),
        async (needles, limit, query) => {
          const given = many(needles.length).map((product, index) =>
            needles[index] ? { ...product, name: 'Needle' } : product,
          );
          const { products } = productsInMemory(given);
          const seen: string[] = [];
          let listed = await listProducts({ products }, { query, limit });
          for (;;) {
            expect(listed.products.length).toBeLessThanOrEqual(limit);
            seen.push(...skus(listed));
            if (!listed.next) break;
            listed = await listProducts({ products }, { query, limit, after: listed.next });
          }
          expect(seen).toEqual(given.filter(({ name }) => !query || name === 'Needle').map(({ sku }) => sku));
        },
      ),
    );
  });
});
