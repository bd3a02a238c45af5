import { describe, expect, it } from 'vitest';
import { Season } from '@waypost/contracts';
import { products } from '../../../../services/catalog/seed/products.ts';
import { pictures } from './pictures.ts';

describe('the pictures', () => {
  it('are those that the seed names, three per product, and no others', () => {
    const named = products.flatMap(({ images }) => images.map(({ url }) => url));
    expect([...pictures.keys()].map((name) => `/pictures/${name}`).toSorted()).toEqual(named.toSorted());
    expect(named).toHaveLength(3 * products.length);
  });

  it('are all different', () => {
    expect(new Set(pictures.values()).size).toBe(pictures.size);
  });

  it('contain no undefined numbers', () => {
    for (const [sku, svg] of pictures) expect([sku, /NaN|undefined|null/.test(svg)]).toEqual([sku, false]);
  });
});

describe('the seed', () => {
  it('has a product with one unit, and one that is sold out', () => {
    const left = products.map(({ stock }) => stock.north + stock.south);
    expect(left.filter((count) => count === 1)).toHaveLength(1);
    expect(left.filter((count) => count === 0)).toHaveLength(1);
  });

  it('has more products for every season than the front page shows', () => {
    for (const season of Season.options)
      expect(products.filter(({ seasons }) => seasons.includes(season)).length).toBeGreaterThan(4);
  });

  it('has products in every category of the contract', () => {
    expect(new Set(products.map(({ category }) => category)).size).toBe(6);
  });
});
