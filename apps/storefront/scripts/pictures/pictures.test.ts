import { describe, expect, it } from '@jest/globals';
import { products } from '../../../../services/catalog/seed/products.ts';
import { pictures } from './pictures.ts';

describe('the pictures', () => {
  it('show every product of the seed, and nothing else', () => {
    expect([...pictures.keys()].toSorted()).toEqual(products.map(({ sku }) => sku).toSorted());
  });

  it('are told apart', () => {
    expect(new Set(pictures.values()).size).toBe(products.length);
  });

  it('are drawn in whole: no number went missing on the way', () => {
    for (const [sku, svg] of pictures) expect([sku, /NaN|undefined|null/.test(svg)]).toEqual([sku, false]);
  });
});

describe('the seed', () => {
  it('has one product of which one is left, and one that is sold out', () => {
    const left = products.map(({ stock }) => stock.north + stock.south);
    expect(left.filter((count) => count === 1)).toHaveLength(1);
    expect(left.filter((count) => count === 0)).toHaveLength(1);
  });

  it('fills every category of the contract', () => {
    expect(new Set(products.map(({ category }) => category)).size).toBe(6);
  });
});
