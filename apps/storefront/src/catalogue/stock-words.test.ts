import { describe, expect, it } from 'vitest';
import { describeStock } from './stock-words.ts';

const level = (north: number, south: number, reserved = 0) => ({
  available: north + south - reserved,
  warehouses: [
    { warehouse: 'north' as const, onHand: north, reserved },
    { warehouse: 'south' as const, onHand: south, reserved: 0 },
  ],
});

describe('stock words', () => {
  it.each([
    [level(0, 0), 'none', 'Sold out'],
    [level(1, 0, 2), 'none', 'Sold out'],
    [level(1, 0), 'few', 'Only one left'],
    [level(2, 3), 'few', 'Only 5 left'],
    [level(40, 2), 'plenty', 'In stock, north and south'],
    [level(0, 9), 'plenty', 'In stock in the south warehouse'],
    [level(9, 9, 9), 'plenty', 'In stock in the south warehouse'],
  ])('of %j are %s: %s', (stock, tone, text) => {
    expect(describeStock(stock)).toEqual({ tone, text });
  });
});
