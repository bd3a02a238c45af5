import { describe, expect, it } from 'vitest';
import { ReturnId } from '@waypost/contracts';
import { PermanentError, ProblemError, TransientError } from '@waypost/service-kit';
import { line, order, STOVE, TENT } from '../../test/samples.ts';
import { stockInMemory } from '../../test/stock-in-memory.ts';
import { expireReservations } from './expire-reservations.ts';
import { commitStock } from './commit-stock.ts';
import { returnStock } from './return-stock.ts';
import { releaseStock } from './release-stock.ts';
import { reserveStock } from './reserve-stock.ts';
import { getStock, lookUpStock, putStock } from './stock-level.ts';

const count = (ports: ReturnType<typeof stockInMemory>, onHand: number, sku = TENT) =>
  putStock(ports, { sku, warehouse: 'north', onHand });
const wanted = (n: number, attempt = 1) => ({ orderId: order(n), attempt, lines: [line(TENT, 1)] });

describe('the last unit', () => {
  it('goes to one of two orders that ask at once', async () => {
    const ports = stockInMemory();
    await count(ports, 1);
    const results = await Promise.all([1, 2].map((n) => reserveStock(ports, wanted(n))));
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['out_of_stock', 'reserved']);
    expect(await getStock(ports, TENT)).toEqual({
      sku: TENT,
      available: 0,
      warehouses: [{ warehouse: 'north', onHand: 1, reserved: 1 }],
    });
    expect(ports.published.map(({ data }) => data)).toEqual([
      { sku: TENT, available: true, stockVersion: 1 },
      { sku: TENT, available: false, stockVersion: 2 },
    ]);
  });
});

describe('the availability', () => {
  it('is returned for every counted product, each once', async () => {
    const ports = stockInMemory();
    await count(ports, 5);
    await reserveStock(ports, wanted(1));
    expect(await lookUpStock(ports, { skus: [TENT, STOVE, TENT] })).toEqual({
      outcome: 'found',
      levels: [{ sku: TENT, available: 4 }],
    });
  });
});

describe('a reservation', () => {
  it('holds all lines or none', async () => {
    const ports = stockInMemory();
    await count(ports, 5);
    const lines = [line(TENT, 1), line(STOVE, 1)];
    expect(await reserveStock(ports, { ...wanted(1), lines })).toEqual({ outcome: 'out_of_stock', skus: [STOVE] });
    expect(ports.reservations.size).toBe(0);
    expect(await getStock(ports, TENT)).toMatchObject({ available: 5 });
  });

  it('is made once, for repeated and concurrent requests', async () => {
    const ports = stockInMemory();
    await count(ports, 5);
    const results = await Promise.all([1, 1, 1, 1].map((n) => reserveStock(ports, wanted(n))));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await getStock(ports, TENT)).toMatchObject({ available: 4 });
  });

  it('that loses every race is left for the workflow to try later', async () => {
    const inTheWay = stockInMemory();
    await count(inTheWay, 5);
    const ports = { ...inTheWay, stock: { ...inTheWay.stock, save: async () => 'changed' as const } };
    await expect(reserveStock(ports, wanted(1))).rejects.toThrow(TransientError);
  });

  it('that comes after its release is rejected', async () => {
    const ports = stockInMemory();
    await count(ports, 1);
    expect(await releaseStock(ports, wanted(1))).toEqual({ outcome: 'nothing_reserved' });
    expect(await reserveStock(ports, wanted(1))).toEqual({ outcome: 'rejected', reason: 'released' });
  });
});

describe('a reservation that is neither committed nor released', () => {
  it('is released when it expires, and not before', async () => {
    const ports = stockInMemory();
    await count(ports, 1);
    await reserveStock(ports, wanted(1));
    expect(await expireReservations(ports)).toBe(0);
    const later = { ...ports, now: '2026-05-05T09:30:00.000Z' };
    expect(await expireReservations(later)).toBe(1);
    expect(await expireReservations(later)).toBe(0);
    expect(await getStock(ports, TENT)).toMatchObject({ available: 1 });
    expect(await reserveStock(later, wanted(2))).toMatchObject({ outcome: 'reserved' });
    expect(await reserveStock(later, wanted(1))).toMatchObject({ outcome: 'out_of_stock' });
  });
});

describe('a confirmed order', () => {
  it('is taken off the shelf once', async () => {
    const ports = stockInMemory();
    await count(ports, 3);
    await reserveStock(ports, wanted(1));
    expect(await commitStock(ports, order(1))).toBe('committed');
    expect(await commitStock(ports, order(1))).toBe('committed_before');
    expect(await getStock(ports, TENT)).toMatchObject({ warehouses: [{ onHand: 2, reserved: 0 }] });
  });

  it('that never held anything is a dead letter', async () => {
    await expect(commitStock(stockInMemory(), order(1))).rejects.toThrow(PermanentError);
  });
});

it('rejects a product that was never counted', async () => {
  await expect(getStock(stockInMemory(), TENT)).rejects.toThrow(ProblemError);
});

describe('returned items', () => {
  const sentBack = (n: number) => ({
    orderId: order(n),
    returnId: ReturnId.parse(`ret_${order(n).slice(4)}_0000000a`),
    part: { warehouse: 'north' as const, lines: [line(TENT, 1)] },
  });

  it('are restocked once, for repeated and concurrent events', async () => {
    const ports = stockInMemory();
    await count(ports, 1);
    await reserveStock(ports, wanted(1));
    await commitStock(ports, order(1));
    expect(await getStock(ports, TENT)).toMatchObject({ available: 0 });
    await Promise.all([1, 1, 1].map((n) => returnStock(ports, sentBack(n))));
    expect(await getStock(ports, TENT)).toMatchObject({ available: 1 });
    expect(ports.published.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ sku: TENT, available: true }),
    );
  });

  it('wait until their sale is recorded', async () => {
    const ports = stockInMemory();
    await count(ports, 1);
    await reserveStock(ports, wanted(1));
    await expect(returnStock(ports, sentBack(1))).rejects.toThrow(TransientError);
    expect(await getStock(ports, TENT)).toMatchObject({ available: 0 });
  });
});
