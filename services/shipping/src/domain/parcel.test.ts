import { describe, expect, it } from 'vitest';
import { CarrierReported, ParcelStatus } from '@waypost/contracts';
import fc from 'fast-check';
import { NOW, order } from '../../test/samples.ts';
import { parcelEvents, parcelOf, type ParcelTimes, reported, statusOf } from './parcel.ts';

const at = (minute: number) => `2026-05-05T09:${String(minute).padStart(2, '0')}:00.000Z`;
const packed: ParcelTimes = { PACKED: NOW };
const of = { orderId: order(1), shipmentId: 'shp_1_north' };
const namesOf = (before: ParcelTimes, after: ParcelTimes) => parcelEvents(of, before, after).map(({ name }) => name);

describe('a packed parcel', () => {
  it('left when the carrier tells anything of it, also when it is delivered at once', () => {
    const delivered = reported(packed, { status: 'delivered', at: at(3) });
    expect(delivered).toEqual({ PACKED: NOW, DISPATCHED: at(3), DELIVERED: at(3) });
    expect(namesOf(packed, delivered)).toEqual(['ParcelDispatched', 'ParcelDelivered']);
  });
});

describe('a delivered parcel', () => {
  const delivered = reported(packed, { status: 'delivered', at: at(3) });

  it('keeps its status when its pickup is reported late', () => {
    const late = reported(delivered, { status: 'picked_up', at: at(1) });
    expect(parcelOf(late)).toEqual({
      status: 'DELIVERED',
      history: [
        { status: 'PACKED', at: NOW },
        { status: 'DISPATCHED', at: at(1) },
        { status: 'DELIVERED', at: at(3) },
      ],
    });
    expect(namesOf(delivered, late)).toEqual([]);
  });

  it.each(['address_problem', 'lost', 'delivery_refused'] as const)(
    'keeps its status when %s is reported late',
    (status) => {
      const late = reported(delivered, { status, at: at(2) });
      expect(statusOf(late)).toBe('DELIVERED');
      expect(namesOf(delivered, late)).toEqual([]);
    },
  );
});

describe('a lost parcel', () => {
  const lost = reported(packed, { status: 'lost', at: at(2) });

  it('is reported as lost, and as delivered if it is found', () => {
    expect(namesOf(packed, lost)).toEqual(['ParcelDispatched', 'ParcelLost']);
    const found = reported(lost, { status: 'delivered', at: at(9) });
    expect(namesOf(lost, found)).toEqual(['ParcelDelivered']);
  });
});

it('never goes back, and has the same end in whichever order and however often reports arrive', () => {
  const report = fc.record({
    status: fc.constantFrom(...CarrierReported.schema.shape.status.options),
    at: fc.integer({ min: 0, max: 59 }).map(at),
  });
  const history = fc
    .array(report, { maxLength: 6 })
    .chain((reports) =>
      fc.tuple(
        fc.constant(reports),
        fc.shuffledSubarray([...reports, ...reports], { minLength: 2 * reports.length, maxLength: 2 * reports.length }),
      ),
    );
  fc.assert(
    fc.property(history, ([reports, shuffled]) => {
      let times = packed;
      for (const each of shuffled) {
        const next = reported(times, each);
        expect(ParcelStatus.options.indexOf(statusOf(next))).toBeGreaterThanOrEqual(
          ParcelStatus.options.indexOf(statusOf(times)),
        );
        times = next;
      }
      expect(times).toEqual(reports.reduce<ParcelTimes>(reported, packed));
    }),
  );
});
