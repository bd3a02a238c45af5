import { describe, expect, it } from 'vitest';
import { aProduct, productsInMemory } from '../../test/products-in-memory.ts';
import { republishProducts } from './republish-products.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => aProduct(`TENT-${String(index).padStart(4, '0')}`));

describe('republishing', () => {
  it('tells every product once, batch by batch', async () => {
    const { products, published } = productsInMemory(many(250));
    let batch = await republishProducts({ products }, undefined);
    let batches = 1;
    while (batch.next) {
      batch = await republishProducts({ products }, batch.next);
      batches += 1;
    }
    expect(batches).toBe(3);
    expect(published.toSorted()).toEqual(many(250).map(({ sku }) => sku));
  });

  it('leaves out a product that changed concurrently, because the change published it', async () => {
    const { products, known, published } = productsInMemory(many(2));
    const [first] = many(1);
    const page = products.page;
    const overtaken: typeof page = async (asked) => {
      const read = await page(asked);
      if (first) known.set(first.sku, { ...first, version: 2 });
      return read;
    };
    expect(await republishProducts({ products: { ...products, page: overtaken } }, undefined)).toEqual({
      published: 1,
    });
    expect(published).toEqual(['TENT-0001']);
  });
});
