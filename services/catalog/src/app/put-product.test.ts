import { describe, expect, it } from 'vitest';
import { Sku } from '@waypost/contracts';
import { aProduct, productsInMemory } from '../../test/products-in-memory.ts';
import type { Products } from '../ports.ts';
import { putProduct } from './put-product.ts';

const sku = Sku.parse('TENT-A');
const { sku: _sku, version: _version, available: _available, ...details } = aProduct('TENT-A');

describe('a product that is new', () => {
  it('is not available until stock says so', async () => {
    const { products } = productsInMemory([]);
    expect(await putProduct({ products }, sku, details)).toEqual({ sku, version: 1, available: false, ...details });
  });
});

describe('a product that is known', () => {
  it('keeps its availability', async () => {
    const { products } = productsInMemory([aProduct('TENT-A', { available: true })]);
    expect(await putProduct({ products }, sku, { ...details, name: 'Other' })).toMatchObject({
      version: 2,
      available: true,
    });
  });

  it('is not written when nothing changed', async () => {
    const { products } = productsInMemory([aProduct('TENT-A')]);
    const save = () => Promise.reject(new Error('written'));
    expect(await putProduct({ products: { ...products, save } }, sku, details)).toMatchObject({ version: 1 });
  });

  it('is read again after a concurrent change', async () => {
    const { products, known } = productsInMemory([aProduct('TENT-A')]);
    const overtaken: Pick<Products, 'find' | 'save'> = {
      find: products.find,
      save: async (revision) => {
        if (known.get(sku)?.version === 1) known.set(sku, aProduct('TENT-A', { version: 2, name: 'Theirs' }));
        return await products.save(revision);
      },
    };
    expect(await putProduct({ products: overtaken }, sku, { ...details, name: 'Ours' })).toMatchObject({
      version: 3,
      name: 'Ours',
    });
  });

  it('is given up with a conflict when others always come first', async () => {
    const { products } = productsInMemory([aProduct('TENT-A')]);
    const save = () => Promise.resolve('changed' as const);
    await expect(putProduct({ products: { ...products, save } }, sku, { ...details, name: 'Ours' })).rejects.toThrow(
      /modified by another request/,
    );
  });
});
