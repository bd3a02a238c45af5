import { describe, expect, it } from 'vitest';
import { ReturnId } from '@waypost/contracts';
import { PermanentError, TransientError } from '@waypost/service-kit';
import { carrierInMemory } from '../../test/carrier-in-memory.ts';
import { addressIn, arrangement, NOW, order, SHOPPER } from '../../test/samples.ts';
import { shipmentsInMemory } from '../../test/shipments-in-memory.ts';
import { arrangeShipment } from './arrange-shipment.ts';
import { cancelShipments } from './cancel-shipments.ts';
import { fetchReturn } from './fetch-return.ts';
import { followParcel } from './follow-parcel.ts';
import { listShipments } from './list-shipments.ts';
import { packOrder } from './pack-order.ts';
import { stopShipments } from './stop-shipments.ts';

const orderId = order(1);
const NORTH = 'shp_00000000000000000000000000000001_north';
const SOUTH = 'shp_00000000000000000000000000000001_south';
const RETURN = ReturnId.parse('ret_00000000000000000000000000000001_0000000a');
const AT = '2026-05-05T09:30:00.000Z';

/** An order with a shipment from each warehouse, and what became of it. */
async function arranged(pickedUp: readonly string[] = []) {
  const shipments = shipmentsInMemory();
  const carrier = carrierInMemory(pickedUp);
  for (const at of ['north', 'south'] as const) await arrangeShipment({ shipments, now: NOW }, arrangement(at));
  shipments.published.length = 0;
  const ports = { shipments, carrier, now: NOW };
  return {
    ...ports,
    pack: () => packOrder(ports, orderId),
    stop: () => stopShipments(ports, { orderId }),
    follow: (shipmentId: string, status: 'picked_up' | 'delivered' | 'lost') =>
      followParcel(ports, { shipmentId, status, at: AT }),
    fetch: () => fetchReturn(ports, { orderId, returnId: RETURN, warehouse: 'south' }),
    published: () => shipments.published.map(({ name }) => name),
    list: () => listShipments({ shipments }, { orderId, shopperId: SHOPPER }),
  };
}

describe('a confirmed order', () => {
  it('is packed and handed to the carrier, a parcel for each warehouse', async () => {
    const { pack, carrier, published, list } = await arranged();
    expect(await pack()).toBe('packed');
    expect(published()).toEqual(['ParcelPacked', 'ParcelPacked']);
    expect(carrier.booked).toEqual(
      [NORTH, SOUTH].map((shipmentId) => ({ shipmentId, orderId, carrier: 'parcel-post', address: addressIn('DE') })),
    );
    expect((await list()).map(({ parcel }) => parcel?.status)).toEqual(['PACKED', 'PACKED']);
  });

  it('is booked again after a crash, and published once', async () => {
    const { pack, shipments, carrier, published } = await arranged();
    const failing = { shipments, carrier: { book: () => Promise.reject(new TransientError('away')) }, now: NOW };
    await expect(packOrder(failing, orderId)).rejects.toThrow('away');
    await pack();
    expect(carrier.booked).toHaveLength(2);
    expect(published()).toEqual(['ParcelPacked', 'ParcelPacked']);
  });

  it('is booked no more once it left', async () => {
    const { pack, follow, carrier } = await arranged();
    await pack();
    await follow(NORTH, 'picked_up');
    carrier.booked.length = 0;
    await pack();
    expect(carrier.booked.map(({ shipmentId }) => shipmentId)).toEqual([SOUTH]);
  });

  it('for which nothing was arranged is a dead letter', async () => {
    const { shipments, carrier } = await arranged();
    await expect(packOrder({ shipments, carrier, now: NOW }, order(2))).rejects.toThrow(PermanentError);
  });
});

describe('an order of which nothing has left', () => {
  it('is stopped before it is packed, without the carrier, and not packed any more', async () => {
    const { stop, pack, carrier, published, shipments } = await arranged();
    expect(await stop()).toEqual({ outcome: 'stopped' });
    expect(await pack()).toBe('stopped');
    expect([carrier.booked, [...carrier.recalled]]).toEqual([[], []]);
    expect(published()).toEqual(['ShipmentCancelled', 'ShipmentCancelled']);
    expect(shipments.orders.get(orderId)).not.toHaveProperty('address');
  });

  it('is recalled once, however often it is requested, and published once', async () => {
    const { stop, pack, carrier, published } = await arranged();
    await pack();
    expect([await stop(), await stop()]).toEqual([{ outcome: 'stopped' }, { outcome: 'stopped' }]);
    expect([...carrier.recalled]).toEqual([NORTH, SOUTH]);
    expect(published().slice(2)).toEqual(['ShipmentCancelled', 'ShipmentCancelled']);
  });

  it('is cancelled for the compensation of the order too', async () => {
    const { stop, shipments } = await arranged();
    await stop();
    expect(await cancelShipments({ shipments }, { orderId, attempt: 2 })).toEqual({ outcome: 'cancelled' });
  });

  it('is not packed for nothing when the stop was faster', async () => {
    const { stop, pack, carrier } = await arranged();
    await Promise.all([pack(), stop()]);
    expect(await pack()).toBe('stopped');
    for (const { shipmentId } of carrier.booked) expect(carrier.recalled).toContain(shipmentId);
  });
});

describe('an order of which something has left', () => {
  it('is not stopped, and nothing is taken back', async () => {
    const { stop, pack, follow, carrier } = await arranged();
    await pack();
    await follow(SOUTH, 'picked_up');
    expect(await stop()).toEqual({ outcome: 'left' });
    expect([...carrier.recalled]).toEqual([]);
  });

  it('is not stopped either where only the carrier knows so far', async () => {
    const { stop, pack, published } = await arranged([SOUTH]);
    await pack();
    expect(await stop()).toEqual({ outcome: 'left' });
    expect(published()).not.toContain('ShipmentCancelled');
  });
});

describe('a report of the carrier', () => {
  it('updates its own parcel, publishes the change once, and ignores a repetition', async () => {
    const { pack, follow, published, list } = await arranged();
    await pack();
    expect([await follow(NORTH, 'picked_up'), await follow(NORTH, 'picked_up')]).toEqual(['published', 'known']);
    expect(published().slice(2)).toEqual(['ParcelDispatched']);
    expect((await list()).map(({ parcel }) => parcel?.status)).toEqual(['DISPATCHED', 'PACKED']);
  });

  it('deletes the address with the delivery of the last parcel', async () => {
    const { pack, follow, shipments } = await arranged();
    await pack();
    await follow(NORTH, 'delivered');
    expect(shipments.orders.get(orderId)).toHaveProperty('address');
    await follow(SOUTH, 'delivered');
    expect(shipments.orders.get(orderId)).not.toHaveProperty('address');
  });

  it.each(['shp_1_north', 'shp_00000000000000000000000000000002_north', 'no parcel at all'])(
    'of %s, which the shop doesn’t know, is a dead letter with the reason',
    async (shipmentId) => {
      const { pack, follow } = await arranged();
      await pack();
      await expect(follow(shipmentId, 'lost')).rejects.toThrow(`Unknown parcel ${shipmentId}`);
    },
  );

  it('of a parcel that was stopped moves nothing', async () => {
    const { pack, stop, follow, published } = await arranged();
    await pack();
    await stop();
    expect(await follow(NORTH, 'picked_up')).toBe('stopped');
    expect(published()).not.toContain('ParcelDispatched');
  });
});

describe('a return', () => {
  it('is booked to the warehouse, and received once, in whichever order and however often it is reported', async () => {
    const { fetch, follow, carrier, published, shipments } = await arranged();
    expect(await fetch()).toBe('booked');
    expect(carrier.booked).toEqual([expect.objectContaining({ shipmentId: RETURN, orderId, carrier: 'parcel-post' })]);
    expect(carrier.booked[0]?.address.city).toBe('Ulm');
    expect(await follow(RETURN, 'delivered')).toBe('published');
    expect(await follow(RETURN, 'picked_up')).toBe('known');
    expect(await follow(RETURN, 'delivered')).toBe('known');
    expect(published()).toEqual(['ReturnReceived']);
    expect(shipments.published[0]?.data).toEqual({ orderId, returnId: RETURN, at: AT });
  });

  it('is published as lost once, and as received if it is found later', async () => {
    const { fetch, follow, published } = await arranged();
    await fetch();
    expect(await follow(RETURN, 'lost')).toBe('published');
    expect(await follow(RETURN, 'lost')).toBe('known');
    expect(published()).toEqual(['ReturnLost']);
    expect(await follow(RETURN, 'delivered')).toBe('published');
    expect(published()).toEqual(['ReturnLost', 'ReturnReceived']);
  });

  it('is not published as lost after it was received', async () => {
    const { fetch, follow, published } = await arranged();
    await fetch();
    await follow(RETURN, 'delivered');
    await follow(RETURN, 'lost');
    expect(published()).toEqual(['ReturnReceived']);
  });

  it('is booked again after a crash, and not after it was picked up', async () => {
    const { fetch, follow, shipments, carrier } = await arranged();
    const failing = { shipments, carrier: { book: () => Promise.reject(new TransientError('away')) }, now: NOW };
    await expect(fetchReturn(failing, { orderId, returnId: RETURN, warehouse: 'south' })).rejects.toThrow('away');
    expect(await fetch()).toBe('booked');
    await follow(RETURN, 'picked_up');
    expect(await fetch()).toBe('on_its_way');
    expect(carrier.booked).toHaveLength(1);
  });

  it('is unknown if it was not requested, or if its order has no shipments', async () => {
    const { follow, shipments, carrier } = await arranged();
    await expect(follow(RETURN, 'delivered')).rejects.toThrow(`Unknown parcel ${RETURN}`);
    const other = { orderId: order(2), returnId: RETURN, warehouse: 'north' } as const;
    await expect(fetchReturn({ shipments, carrier, now: NOW }, other)).rejects.toThrow(PermanentError);
  });
});
