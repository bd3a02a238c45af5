import { describe, expect, it } from 'vitest';
import { ReturnId } from '@waypost/contracts';
import { HOLD, levels, line, NOW, order, stocked, TENT, UNTIL } from '../../test/samples.ts';
import {
  decideCommit,
  decideExpire,
  decideRelease,
  decideReserve,
  decideReturn,
  type Reservation,
} from './reservation.ts';

const orderId = order(1);
const parts = [{ warehouse: 'north' as const, lines: [line(TENT, 1)] }];
const given = (status: Reservation['status'], attempt = 2, held = parts): Reservation => ({
  orderId,
  status,
  attempt,
  parts: held,
  heldUntil: UNTIL,
  version: 3,
});
const reserve = (attempt: number) => ({ orderId, attempt, lines: [line(TENT, 1)] });
const release = (attempt: number) => ({ orderId, attempt });
const free = levels(stocked(TENT, { north: 2 }));
const heldOne = levels({ ...stocked(TENT, {}), warehouses: { north: { onHand: 2, reserved: 1 } }, published: true });

describe('an order that holds nothing', () => {
  it('holds every line', () => {
    expect(decideReserve(undefined, free, reserve(1), HOLD)).toMatchObject({
      result: { outcome: 'reserved', parts },
      change: {
        reservation: { orderId, status: 'held', attempt: 1, parts, heldUntil: UNTIL, version: 0 },
        stocks: [{ stock: { warehouses: { north: { onHand: 2, reserved: 1 } } } }],
      },
    });
  });

  it('holds nothing if a line is short', () => {
    expect(decideReserve(undefined, levels(), reserve(1), HOLD)).toEqual({
      result: { outcome: 'out_of_stock', skus: [TENT] },
    });
  });

  it('leaves a tombstone when it is released', () => {
    expect(decideRelease(undefined, levels(), release(1), NOW)).toEqual({
      result: { outcome: 'nothing_reserved' },
      change: {
        reservation: { orderId, status: 'released', attempt: 1, parts: [], heldUntil: NOW, version: 0 },
        stocks: [],
      },
    });
  });

  it('can not be committed', () => {
    expect(decideCommit(undefined, levels())).toEqual({ result: 'never_held' });
  });
});

describe('an order that holds its lines', () => {
  it('is answered the same again, and changes nothing', () => {
    expect(decideReserve(given('held'), levels(), reserve(2), HOLD)).toEqual({
      result: { outcome: 'reserved', parts },
    });
  });

  it('notes a newer attempt', () => {
    expect(decideReserve(given('held'), levels(), reserve(3), HOLD)).toMatchObject({
      result: { outcome: 'reserved', parts },
      change: { reservation: { status: 'held', attempt: 3 }, stocks: [] },
    });
  });

  it('refuses an older attempt', () => {
    const rejected = { result: { outcome: 'rejected', reason: 'newer_attempt' } };
    expect(decideReserve(given('held'), levels(), reserve(1), HOLD)).toEqual(rejected);
    expect(decideRelease(given('held'), levels(), release(1), NOW)).toEqual(rejected);
  });

  it('releases them', () => {
    expect(decideRelease(given('held'), heldOne, release(2), NOW)).toMatchObject({
      result: { outcome: 'released' },
      change: {
        reservation: { status: 'released', parts },
        stocks: [{ stock: { warehouses: { north: { onHand: 2, reserved: 0 } } } }],
      },
    });
  });

  it('takes them off the shelf when it is confirmed', () => {
    expect(decideCommit(given('held'), heldOne)).toMatchObject({
      result: 'committed',
      change: {
        reservation: { status: 'committed' },
        stocks: [{ stock: { warehouses: { north: { onHand: 1, reserved: 0 } } } }],
      },
    });
  });
});

describe('an order whose reservation was released', () => {
  it('refuses the late original', () => {
    const rejected = { outcome: 'rejected', reason: 'released' };
    expect(decideReserve(given('released'), free, reserve(2), HOLD)).toEqual({ result: rejected });
    expect(decideReserve(given('released', 1, []), free, reserve(2), HOLD)).toMatchObject({
      result: rejected,
      change: { reservation: { status: 'released', attempt: 2 } },
    });
  });

  it('gives the earlier answer', () => {
    expect(decideRelease(given('released'), levels(), release(2), NOW)).toEqual({ result: { outcome: 'released' } });
    expect(decideRelease(given('released', 2, []), levels(), release(2), NOW)).toEqual({
      result: { outcome: 'nothing_reserved' },
    });
  });

  it('takes nothing off the shelf', () => {
    expect(decideCommit(given('released'), heldOne)).toEqual({ result: 'released_before' });
  });
});

describe('an order whose lines were sold', () => {
  it('is committed once', () => {
    expect(decideCommit(given('committed'), heldOne)).toEqual({ result: 'committed_before' });
  });

  it('is still answered what it held', () => {
    expect(decideReserve(given('committed'), levels(), reserve(2), HOLD)).toEqual({
      result: { outcome: 'reserved', parts },
    });
  });

  it('is restocked when it is compensated', () => {
    expect(decideRelease(given('committed'), heldOne, release(2), NOW)).toMatchObject({
      result: { outcome: 'released' },
      change: {
        reservation: { status: 'released' },
        stocks: [{ stock: { warehouses: { north: { onHand: 3, reserved: 1 } } } }],
      },
    });
  });
});

describe('a reservation whose time is over', () => {
  const AFTER = '2026-05-04T11:30:00.001Z';

  it('is released once, and not before', () => {
    expect(decideExpire(given('held'), heldOne, NOW)).toEqual({ result: 'not_due' });
    expect(decideExpire(given('held'), heldOne, AFTER)).toMatchObject({
      result: 'expired',
      change: {
        reservation: { status: 'expired', parts },
        stocks: [{ stock: { warehouses: { north: { onHand: 2, reserved: 0 } } } }],
      },
    });
    for (const status of ['expired', 'released', 'committed'] as const) {
      expect(decideExpire(given(status), heldOne, AFTER)).toEqual({ result: 'not_due' });
    }
  });

  it('is held again as it was, if that is free', () => {
    expect(decideReserve(given('expired'), free, reserve(2), HOLD)).toMatchObject({
      result: { outcome: 'reserved', parts },
      change: { reservation: { status: 'held', heldUntil: UNTIL } },
    });
  });

  it('is not held from another warehouse, since shipments may be arranged for it', () => {
    const onlySouth = levels(stocked(TENT, { south: 9 }));
    expect(decideReserve(given('expired'), onlySouth, reserve(2), HOLD)).toEqual({
      result: { outcome: 'out_of_stock', skus: [TENT] },
    });
  });

  it("has nothing to release, and can't be reserved afterwards", () => {
    const { result, change } = decideRelease(given('expired'), heldOne, release(2), NOW);
    expect(result).toEqual({ outcome: 'nothing_reserved' });
    expect(change).toMatchObject({ reservation: { status: 'released', parts: [] }, stocks: [] });
  });

  it('is sold all the same, if it was confirmed in time and heard of late', () => {
    expect(decideCommit(given('expired'), free)).toMatchObject({
      result: 'committed',
      change: { stocks: [{ stock: { warehouses: { north: { onHand: 1, reserved: 0 } } } }] },
    });
  });
});

describe('a reservation that is requested again', () => {
  it('is held for longer when half of the time is over', () => {
    const later = { now: '2026-05-04T10:45:00.000Z', until: '2026-05-04T12:45:00.000Z' };
    expect(decideReserve(given('held'), heldOne, reserve(2), later).change).toMatchObject({
      reservation: { heldUntil: later.until },
      stocks: [],
    });
    expect(decideReserve(given('held'), heldOne, reserve(2), HOLD).change).toBeUndefined();
  });
});

describe('items that were sold and returned', () => {
  const returnId = ReturnId.parse(`ret_${orderId.slice(4)}_0000000a`);
  const sent = { returnId, part: { warehouse: 'south' as const, lines: [line(TENT, 1)] } };

  it('are restocked once, in the warehouse that received them', () => {
    const { result, change } = decideReturn(given('committed'), free, sent);
    expect(result).toBe('returned');
    expect(change).toMatchObject({
      reservation: { status: 'committed', returned: [returnId] },
      stocks: [{ stock: { warehouses: { north: { onHand: 2, reserved: 0 }, south: { onHand: 1, reserved: 0 } } } }],
    });
    expect(decideReturn(change?.reservation, free, sent)).toEqual({ result: 'returned_before' });
  });

  it.each(['held', 'expired', 'released'] as const)('was not sold as long as it is %s', (status) => {
    expect(decideReturn(given(status), free, sent)).toEqual({ result: 'not_sold' });
  });

  it('of an unknown order were not sold', () => {
    expect(decideReturn(undefined, free, sent)).toEqual({ result: 'not_sold' });
  });
});
