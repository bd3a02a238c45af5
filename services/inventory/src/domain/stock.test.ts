import { describe, expect, it } from 'vitest';
import { levels, line, stocked, TENT } from '../../test/samples.ts';
import { availableOf, counted, hold, releaseUnits, moved, neverCounted, restockUnits, sell } from './stock.ts';

const parts = (quantity: number) => [{ warehouse: 'north' as const, lines: [line(TENT, quantity)] }];
const after = (onHand: number, reserved: number) => ({ warehouses: { north: { onHand, reserved } } });
const withNorth = (onHand: number, reserved: number, published = onHand > reserved) => ({
  ...stocked(TENT, {}),
  warehouses: { north: { onHand, reserved } },
  published,
});

describe('units that move', () => {
  it.each([
    ['are reserved when they are held', hold, after(5, 3)],
    ['are available again when they are released', releaseUnits, after(5, 1)],
    ['leave the shelf and the reservation when they are sold', sell, after(4, 1)],
    ['are on hand again when they are restocked', restockUnits, after(6, 2)],
  ])('%s', (_, move, expected) => {
    expect(moved(levels(withNorth(5, 2)), parts(1), move)).toMatchObject([{ stock: expected, events: [] }]);
  });

  it('take no more off the shelf than was counted', () => {
    expect(moved(levels(withNorth(1, 3)), parts(2), sell)).toMatchObject([{ stock: after(0, 1) }]);
  });

  it('of one product in two warehouses are one change', () => {
    const both = [...parts(1), { warehouse: 'south' as const, lines: [line(TENT, 2)] }];
    expect(moved(levels(stocked(TENT, { north: 1, south: 3 })), both, hold)).toMatchObject([
      { stock: { warehouses: { north: { onHand: 1, reserved: 1 }, south: { onHand: 3, reserved: 2 } }, version: 1 } },
    ]);
  });
});

describe('what there is to sell', () => {
  const published = (available: boolean, stockVersion: number) => [
    expect.objectContaining({
      name: 'StockAvailabilityChanged',
      subject: TENT,
      data: { sku: TENT, available, stockVersion },
    }),
  ];

  it('is published with the first count, also with a count of 0', () => {
    expect(counted(neverCounted(TENT), 'north', 3)).toEqual({
      stock: { sku: TENT, ...after(3, 0), version: 0, published: true },
      events: published(true, 1),
    });
    expect(counted(neverCounted(TENT), 'north', 0).events).toEqual(published(false, 1));
  });

  it('is published when the last unit is reserved, and when it is released', () => {
    expect(moved(levels(withNorth(1, 0)), parts(1), hold)[0]?.events).toEqual(published(false, 2));
    expect(moved(levels(withNorth(1, 1)), parts(1), releaseUnits)[0]?.events).toEqual(published(true, 2));
  });

  it('is not published again while it stays the same', () => {
    expect(counted(withNorth(5, 0), 'north', 9).events).toEqual([]);
  });

  it('counts what one warehouse may promise, whatever the other lacks', () => {
    const lacking = { ...withNorth(1, 4), published: false };
    expect(counted(lacking, 'south', 1).events).toEqual(published(true, 2));
  });

  it('may be below zero in the sum that is shown, when less was counted than is reserved', () => {
    expect(availableOf(counted(withNorth(5, 4), 'north', 1).stock)).toBe(-3);
  });
});
