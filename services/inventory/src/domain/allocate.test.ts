import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { LAMP, levels, line, STOVE, stocked, TENT } from '../../test/samples.ts';
import { allocate } from './allocate.ts';
import { freeIn } from './stock.ts';

describe('one warehouse has every line', () => {
  it('sends all from there', () => {
    const stock = levels(stocked(TENT, { north: 2, south: 1 }), stocked(STOVE, { south: 5 }));
    expect(allocate([line(TENT, 1), line(STOVE, 2)], stock)).toEqual({
      outcome: 'allocated',
      parts: [{ warehouse: 'south', lines: [line(TENT, 1), line(STOVE, 2)] }],
    });
  });
});

describe('both warehouses have every line', () => {
  it('sends from the one that has more left', () => {
    const stock = levels(stocked(TENT, { north: 3, south: 9 }));
    expect(allocate([line(TENT, 1)], stock)).toMatchObject({ parts: [{ warehouse: 'south' }] });
  });

  it('sends from the first where both have as many', () => {
    const stock = levels(stocked(TENT, { north: 3, south: 3 }));
    expect(allocate([line(TENT, 1)], stock)).toMatchObject({ parts: [{ warehouse: 'north' }] });
  });

  it('does not count what is reserved', () => {
    const tent = stocked(TENT, { south: 3 });
    const stock = levels({ ...tent, warehouses: { ...tent.warehouses, north: { onHand: 10, reserved: 9 } } });
    expect(allocate([line(TENT, 1)], stock)).toMatchObject({ parts: [{ warehouse: 'south' }] });
  });
});

describe('two warehouses, neither of which has every line', () => {
  it('splits the order, and no line', () => {
    const stock = levels(
      stocked(TENT, { north: 2 }),
      stocked(STOVE, { south: 2 }),
      stocked(LAMP, { north: 1, south: 8 }),
    );
    expect(allocate([line(TENT, 1), line(STOVE, 2), line(LAMP, 1)], stock)).toEqual({
      outcome: 'allocated',
      parts: [
        { warehouse: 'north', lines: [line(TENT, 1)] },
        { warehouse: 'south', lines: [line(STOVE, 2), line(LAMP, 1)] },
      ],
    });
  });

  it('splits a line that neither has whole, and no more than needed', () => {
    const stock = levels(stocked(TENT, { north: 2, south: 5 }));
    expect(allocate([line(TENT, 6)], stock)).toEqual({
      outcome: 'allocated',
      parts: [
        { warehouse: 'north', lines: [line(TENT, 1)] },
        { warehouse: 'south', lines: [line(TENT, 5)] },
      ],
    });
  });
});

describe('too little', () => {
  it('names every SKU that is short, not only the first', () => {
    const stock = levels(stocked(TENT, { north: 1, south: 1 }), stocked(STOVE, { north: 4 }));
    expect(allocate([line(TENT, 3), line(STOVE, 4), line(LAMP, 1)], stock)).toEqual({
      outcome: 'out_of_stock',
      skus: [TENT, LAMP],
    });
  });

  it('takes a count below what is reserved for none, not for less than none', () => {
    const tent = stocked(TENT, { south: 2 });
    const stock = levels({ ...tent, warehouses: { ...tent.warehouses, north: { onHand: 1, reserved: 4 } } });
    expect(allocate([line(TENT, 2)], stock)).toMatchObject({ outcome: 'allocated' });
  });
});

it('allocates each unit once, within the stock, from as few warehouses as possible', () => {
  const free = fc.record({ north: fc.nat(6), south: fc.nat(6) });
  const skus = [TENT, STOVE, LAMP];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), free), { minLength: 1, maxLength: 3 }), (wanted) => {
      const lines = wanted.map(([quantity], index) => line(skus[index] ?? TENT, quantity));
      const stock = levels(...wanted.map(([, at], index) => stocked(skus[index] ?? TENT, at)));
      const allocation = allocate(lines, stock);

      const short = wanted.flatMap(([quantity, { north, south }], index) =>
        north + south < quantity ? [skus[index]] : [],
      );
      expect(allocation.outcome === 'out_of_stock' ? allocation.skus : []).toEqual(short);
      if (allocation.outcome === 'out_of_stock') return;

      for (const { sku, quantity } of lines) {
        const pieces = allocation.parts.flatMap(({ warehouse, lines: held }) =>
          held.filter((piece) => piece.sku === sku).map((piece) => ({ warehouse, quantity: piece.quantity })),
        );
        expect(pieces.reduce((sum, piece) => sum + piece.quantity, 0)).toBe(quantity);
        for (const piece of pieces) {
          const known = stock.get(sku);
          expect(piece.quantity).toBeLessThanOrEqual(known ? freeIn(known, piece.warehouse) : 0);
        }
      }
      const oneWouldDo = (['north', 'south'] as const).some((at) =>
        wanted.every(([quantity, has]) => has[at] >= quantity),
      );
      expect(allocation.parts.length === 1).toBe(oneWouldDo);
    }),
    { numRuns: 500 },
  );
});
