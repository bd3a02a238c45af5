import { describe, expect, it } from 'vitest';
import { addressIn, arrangement, lines, NOW, order, SHOPPER } from '../../test/samples.ts';
import { decideArrange, decideCancel, type OrderShipments } from './order-shipments.ts';

const orderId = order(1);
const fromNorth = 'shp_00000000000000000000000000000001_north';
const fromSouth = 'shp_00000000000000000000000000000001_south';
const shipment = { shipmentId: fromNorth, carrier: 'parcel-post', lines, arrangedAt: NOW };
const arrangedOnce: OrderShipments = {
  orderId,
  attempt: 2,
  status: 'arranged',
  shipments: { north: shipment },
  shopperId: SHOPPER,
  address: addressIn('DE'),
  version: 1,
};
const cancelled: OrderShipments = { ...arrangedOnce, status: 'cancelled' };
const tombstone: OrderShipments = { orderId, attempt: 2, status: 'cancelled', shipments: {}, version: 1 };

describe('an order without shipments', () => {
  it('gets one, and publishes it without the address', () => {
    const { result, change } = decideArrange(undefined, arrangement('north', { attempt: 2 }), NOW);
    expect(result).toEqual({ outcome: 'arranged', shipmentId: fromNorth, warehouse: 'north' });
    expect(change?.next).toEqual({ ...arrangedOnce, version: 0 });
    expect(change?.events).toEqual([
      expect.objectContaining({
        name: 'ShipmentArranged',
        subject: orderId,
        data: { orderId, shipmentId: fromNorth, warehouse: 'north', carrier: 'parcel-post', lines },
      }),
    ]);
    expect(JSON.stringify(change?.events)).not.toContain('Robin');
  });

  it('gets none where its carrier does not go', () => {
    const abroad = arrangement('north', { address: addressIn('US') });
    expect(decideArrange(undefined, abroad, NOW)).toEqual({ result: { outcome: 'unavailable' } });
  });

  it('leaves a tombstone when it is cancelled', () => {
    expect(decideCancel(undefined, { orderId, attempt: 2 })).toEqual({
      result: { outcome: 'nothing_arranged' },
      change: { next: { ...tombstone, version: 0 }, events: [] },
    });
  });
});

describe('an order with a shipment', () => {
  it('is answered the same again, and changes nothing', () => {
    expect(decideArrange(arrangedOnce, arrangement('north', { attempt: 2 }), NOW)).toEqual({
      result: { outcome: 'arranged', shipmentId: fromNorth, warehouse: 'north' },
    });
  });

  it('gets another one from the other warehouse', () => {
    const { change } = decideArrange(arrangedOnce, arrangement('south', { attempt: 2 }), NOW);
    expect(change?.next).toEqual({
      ...arrangedOnce,
      shipments: { north: shipment, south: { ...shipment, shipmentId: fromSouth } },
    });
    expect(change?.events).toHaveLength(1);
  });

  it('notes a newer attempt and refuses an older one', () => {
    expect(decideArrange(arrangedOnce, arrangement('north', { attempt: 3 }), NOW).change).toEqual({
      next: { ...arrangedOnce, attempt: 3 },
      events: [],
    });
    const rejected = { result: { outcome: 'rejected', reason: 'newer_attempt' } };
    expect(decideArrange(arrangedOnce, arrangement('south', { attempt: 1 }), NOW)).toEqual(rejected);
    expect(decideCancel(arrangedOnce, { orderId, attempt: 1 })).toEqual(rejected);
  });

  it('is cancelled with all of them, and forgets the address', () => {
    const both = { ...arrangedOnce, shipments: { north: shipment, south: { ...shipment, shipmentId: fromSouth } } };
    const { result, change } = decideCancel(both, { orderId, attempt: 2 });
    expect(result).toEqual({ outcome: 'cancelled' });
    expect(change?.next).not.toHaveProperty('address');
    expect(change?.next).toMatchObject({ status: 'cancelled', shipments: both.shipments, shopperId: SHOPPER });
    expect(change?.events.map(({ name, data }) => [name, data])).toEqual([
      ['ShipmentCancelled', { orderId, shipmentId: fromNorth }],
      ['ShipmentCancelled', { orderId, shipmentId: fromSouth }],
    ]);
  });
});

describe('a cancelled order', () => {
  it.each([
    ['that had a shipment', cancelled],
    ['that had none', tombstone],
  ])('%s refuses the late original', (_, earlier) => {
    expect(decideArrange(earlier, arrangement('north', { attempt: 2 }), NOW)).toEqual({
      result: { outcome: 'rejected', reason: 'cancelled' },
    });
  });

  it('gives the earlier answer, and tells nothing again', () => {
    expect(decideCancel(cancelled, { orderId, attempt: 2 })).toEqual({ result: { outcome: 'cancelled' } });
    expect(decideCancel(tombstone, { orderId, attempt: 2 })).toEqual({ result: { outcome: 'nothing_arranged' } });
    expect(decideCancel(cancelled, { orderId, attempt: 3 }).change).toEqual({
      next: { ...cancelled, attempt: 3 },
      events: [],
    });
  });
});
