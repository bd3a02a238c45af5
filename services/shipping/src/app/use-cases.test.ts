import { describe, expect, it } from 'vitest';
import { ShopperId } from '@waypost/contracts';
import { TransientError } from '@waypost/service-kit';
import fc from 'fast-check';
import { addressIn, arrangement, lines, NOW, order, SHOPPER } from '../../test/samples.ts';
import { type ShipmentsInMemory, shipmentsInMemory } from '../../test/shipments-in-memory.ts';
import { arrangeShipment } from './arrange-shipment.ts';
import { cancelShipments } from './cancel-shipments.ts';
import { listShipments } from './list-shipments.ts';
import { quoteShipping } from './quote-shipping.ts';

const arrange = (shipments: ShipmentsInMemory, ...given: Parameters<typeof arrangement>) =>
  arrangeShipment({ shipments, now: NOW }, arrangement(...given));
const cancel = (shipments: ShipmentsInMemory, attempt = 1) =>
  cancelShipments({ shipments }, { orderId: order(1), attempt });

describe('a quote', () => {
  const asked = { orderId: order(1), attempt: 1, lines };

  it('names the carrier', () => {
    expect(quoteShipping({ ...asked, address: addressIn('FR') })).toEqual({
      outcome: 'quoted',
      carrier: 'continental-express',
    });
  });

  it('is unavailable for a country without a carrier', () => {
    expect(quoteShipping({ ...asked, address: addressIn('AQ') })).toEqual({ outcome: 'unavailable' });
  });
});

describe('arranging', () => {
  it('is one write where nothing was arranged before', async () => {
    const shipments = shipmentsInMemory();
    await arrange(shipments, 'north');
    expect(shipments.writes()).toBe(1);
  });

  it('arranges one shipment a warehouse, also when all are asked for twice and at once', async () => {
    const shipments = shipmentsInMemory();
    await Promise.all((['north', 'south', 'north', 'south'] as const).map((at) => arrange(shipments, at)));
    expect(shipments.published.map(({ name }) => name)).toEqual(['ShipmentArranged', 'ShipmentArranged']);
    const items = await listShipments({ shipments }, { orderId: order(1), shopperId: SHOPPER });
    expect(items.map(({ warehouse, status }) => [warehouse, status])).toEqual([
      ['north', 'arranged'],
      ['south', 'arranged'],
    ]);
  });

  it('that loses every race is left for the workflow to try later', async () => {
    const shipments = {
      ...shipmentsInMemory(),
      save: async () => ({ outcome: 'changed' as const, current: undefined }),
    };
    await expect(arrange(shipments, 'north')).rejects.toThrow(TransientError);
  });
});

describe('a list', () => {
  it('is empty for another shopper, and without shipments', async () => {
    const shipments = shipmentsInMemory();
    const orderId = order(1);
    expect(await listShipments({ shipments }, { orderId, shopperId: SHOPPER })).toEqual([]);
    await arrange(shipments, 'north');
    const otherShopper = ShopperId.parse('shopper-2');
    expect(await listShipments({ shipments }, { orderId, shopperId: otherShopper })).toEqual([]);
  });
});

it('keeps nothing arranged once it was cancelled, whatever comes in whatever order', async () => {
  const attempt = fc.integer({ min: 1, max: 3 });
  const arranging = fc.tuple(attempt, fc.constantFrom('north' as const, 'south' as const)).map(
    ([n, at]) =>
      (shipments: ShipmentsInMemory) =>
        arrange(shipments, at, { attempt: n }),
  );
  const cancelling = attempt.map((n) => (shipments: ShipmentsInMemory) => cancel(shipments, n));

  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.oneof(arranging, cancelling), { maxLength: 3 })), async (history) => {
      const shipments = shipmentsInMemory();
      let isCancelled = false;
      for (const batch of history) {
        const outcomes = await Promise.all(batch.map((step) => step(shipments)));
        const arrangedLate = isCancelled ? outcomes.filter(({ outcome }) => outcome === 'arranged') : [];
        expect(arrangedLate).toEqual([]);
        isCancelled ||= shipments.orders.get(order(1))?.status === 'cancelled';
        const published = (name: string) => shipments.published.filter((event) => event.name === name).length;
        expect(published('ShipmentCancelled')).toBe(isCancelled ? published('ShipmentArranged') : 0);
        expect(published('ShipmentArranged')).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 300 },
  );
});
