import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anOrder } from '../../test/build-order.ts';
import { decide, type OrderCommand } from './decide.ts';
import { evolve, type Order } from './order.ts';

const at = '2026-05-04T09:31:00.000Z';
const shipments = [{ shipmentId: 'shp_1', warehouse: 'north' }] as const;
const confirm = { type: 'confirm', attempt: 1, at, shipments } as const;
const cancel = { type: 'cancel', attempt: 1, at, reason: 'out_of_stock' } as const;

const after = (...commands: readonly OrderCommand[]): Order =>
  commands.reduce((order, command) => {
    const decision = decide(order, command);
    return decision.outcome === 'happens' ? evolve(order, decision.event) : order;
  }, anOrder());

describe('an order that was placed', () => {
  it('is confirmed with its shipments', () => {
    expect(after(confirm)).toMatchObject({
      status: 'CONFIRMED',
      shipments,
      version: 2,
      history: [{ status: 'PLACED' }, { status: 'CONFIRMED', at }],
    });
  });

  it('is cancelled with the reason', () => {
    expect(after(cancel)).toMatchObject({ status: 'CANCELLED', reason: 'out_of_stock', version: 2 });
  });

  it('refuses a drive that is older than the one that counts', () => {
    expect(decide({ ...anOrder(), attempt: 2 }, confirm)).toEqual({ outcome: 'refused', because: 'newer_attempt' });
  });
});

describe('an order that was confirmed', () => {
  it('changes nothing when it is confirmed again', () => {
    expect(decide(after(confirm), confirm)).toEqual({ outcome: 'happened' });
  });

  it('refuses to be cancelled', () => {
    expect(decide(after(confirm), cancel)).toEqual({ outcome: 'refused', because: 'confirmed' });
  });
});

describe('an order that was cancelled', () => {
  it('changes nothing when it is cancelled again', () => {
    expect(decide(after(cancel), cancel)).toEqual({ outcome: 'happened' });
  });

  it('refuses to be confirmed', () => {
    expect(decide(after(cancel), confirm)).toEqual({ outcome: 'refused', because: 'cancelled' });
  });
});

describe('any order', () => {
  it('is decided once, whatever is asked of it and how often', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<OrderCommand>(confirm, cancel), { minLength: 1 }), (commands) => {
        const order = after(...commands);
        expect(order.status).toBe(commands[0]?.type === 'confirm' ? 'CONFIRMED' : 'CANCELLED');
        expect(order.version).toBe(2);
        expect(order.history).toHaveLength(2);
      }),
    );
  });
});
