import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { reservationsInMemory } from '../../test/reservations-in-memory.ts';
import { cancel, reserve } from './reserve.ts';

const SEATS = 12;
const key = (n: number) => `bkg_${n}-flight`;
const asked = (n: number, quantity = 1, units: readonly string[] = ['flt_1']) => ({
  key: key(n),
  reference: `bkg_${n}`,
  offerId: 'flt_1',
  units,
  quantity,
});

describe('a reservation', () => {
  it('takes what it asks for, once for each key', async () => {
    const { records, taken } = reservationsInMemory(SEATS);
    expect([await reserve({ records }, asked(1, 3)), await reserve({ records }, asked(1, 3))]).toEqual([
      'reserved',
      'reserved',
    ]);
    expect(taken.get('flt_1')).toBe(3);
  });

  it('takes nothing where one of its nights is full', async () => {
    const { records, taken } = reservationsInMemory(SEATS);
    await reserve({ records }, asked(1, SEATS, ['night-2']));
    expect(await reserve({ records }, asked(2, 1, ['night-1', 'night-2', 'night-3']))).toBe('full');
    expect([...taken]).toEqual([['night-2', SEATS]]);
  });

  it('is available again after its cancellation', async () => {
    const { records } = reservationsInMemory(SEATS);
    await reserve({ records }, asked(1, SEATS));
    expect(await reserve({ records }, asked(2))).toBe('full');
    await cancel({ records }, key(1));
    expect(await reserve({ records }, asked(2))).toBe('reserved');
  });
});

describe('a cancellation', () => {
  it('is cancelled once, however often it is requested', async () => {
    const { records, taken } = reservationsInMemory(SEATS);
    await reserve({ records }, asked(1, 4));
    for (const _ of [1, 2, 3]) expect(await cancel({ records }, key(1))).toBe('cancelled');
    expect(taken.get('flt_1')).toBe(0);
    expect(await records.reservations('bkg_1')).toMatchObject([{ cancelled: true, quantity: 4 }]);
  });

  it('that comes first refuses the late reservation', async () => {
    const { records, taken } = reservationsInMemory(SEATS);
    await cancel({ records }, key(1));
    expect(await reserve({ records }, asked(1))).toBe('cancelled');
    expect(taken.get('flt_1')).toBeUndefined();
    expect(await records.reservations('bkg_1')).toMatchObject([{ cancelled: true, quantity: 0 }]);
  });
});

it('never has more taken than there is, and of each what its reservations say, whatever comes in which order', async () => {
  const step = fc.record({
    n: fc.integer({ min: 1, max: 8 }),
    quantity: fc.integer({ min: 1, max: 9 }),
    isCancel: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { records, taken } = reservationsInMemory(SEATS);
      for (const { n, quantity, isCancel } of steps) {
        await (isCancel ? cancel({ records }, key(n)) : reserve({ records }, asked(n, quantity)));
        expect(taken.get('flt_1') ?? 0).toBeLessThanOrEqual(SEATS);
      }
      const reserved = (await records.reservations(undefined)).filter(({ cancelled }) => !cancelled);
      expect(taken.get('flt_1') ?? 0).toBe(reserved.reduce((sum, { quantity }) => sum + quantity, 0));
    }),
  );
});
