import { describe, expect, it } from 'vitest';
import { PutProduct, Sku } from '@waypost/contracts';
import fc from 'fast-check';
import { type CatalogProduct, type ProductDetails, productChanged, revise, revisionOf, shown } from './product.ts';

const sku = Sku.parse('TENT-RIDGE-2P');
const details: ProductDetails = {
  name: 'Ridge tent',
  description: 'Stands in a gale',
  category: 'tents',
  price: { amount: 34900, currency: 'EUR' },
  images: [{ url: '/pictures/ridge.svg', alt: 'A tent' }],
  seasons: ['winter'],
};
const product: CatalogProduct = { sku, version: 4, available: true, ...details };

describe('an unknown product', () => {
  it('begins with version 1', () => {
    expect(revise(undefined, sku, details)).toEqual({ sku, version: 1, details });
  });
});

describe('a product of the catalogue', () => {
  it('stays as it is when the same is said again', () => {
    expect(
      revise(product, sku, { ...details, price: { ...details.price }, images: [...details.images] }),
    ).toBeUndefined();
  });

  it.each<[string, Partial<ProductDetails>]>([
    ['name', { name: 'Ridge tent 2' }],
    ['description', { description: 'Stands in a storm' }],
    ['category', { category: 'packs' }],
    ['price', { price: { amount: 34901, currency: 'EUR' } }],
    ['pictures', { images: [] }],
    ['seasons', { seasons: [] }],
  ])('gets the next version when its %s changes', (_, change) => {
    expect(revise(product, sku, { ...details, ...change })).toEqual({
      sku,
      version: 5,
      details: { ...details, ...change },
    });
  });

  it('tells others its name, category, price and version', () => {
    expect(productChanged(revisionOf(product))).toMatchObject({
      name: 'ProductChanged',
      subject: sku,
      data: {
        sku,
        name: 'Ridge tent',
        category: 'tents',
        price: { amount: 34900, currency: 'EUR' },
        productVersion: 4,
      },
    });
  });

  it('is shown without its version', () => {
    expect(shown(product)).toEqual({ sku, available: true, ...details });
  });
});

describe('any series of changes', () => {
  it('raises the version by one exactly when something changed', () => {
    const anyDetails = fc
      .record({
        name: fc.constantFrom('a', 'b'),
        description: fc.constantFrom('x', 'y'),
        category: fc.constantFrom('tents' as const, 'packs' as const),
        price: fc.record({ amount: fc.integer({ min: 1, max: 2 }), currency: fc.constant('EUR') }),
      })
      .map((body) => PutProduct.body.parse(body));
    fc.assert(
      fc.property(fc.array(anyDetails, { minLength: 1 }), (series) => {
        let current: CatalogProduct | undefined;
        let changes = 0;
        let last = '';
        for (const next of series) {
          const revision = revise(current, sku, next);
          if (JSON.stringify(next) !== last) changes += 1;
          last = JSON.stringify(next);
          if (revision) current = { sku, version: revision.version, available: false, ...revision.details };
        }
        expect(current?.version).toBe(changes);
      }),
    );
  });
});
