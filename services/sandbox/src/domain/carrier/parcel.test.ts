import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bookParcel, type CarrierParcel, journeyTo, moveParcel, recallParcel } from './parcel.ts';

const AT = '2026-05-04T09:30:00.000Z';
const booking = { parcelId: 'shp_1_north', reference: 'ord_1', carrier: 'parcel-post', line1: 'Seestraße 12' };

function booked(line1 = booking.line1): CarrierParcel {
  const parcel = bookParcel(undefined, { ...booking, line1 });
  if (parcel === 'recalled') throw new Error('It was recalled');
  return parcel;
}

describe('a street', () => {
  it.each([
    ['Seestraße 12', ['picked_up', 'in_transit', 'delivered']],
    ['1 Lost Parcel Lane', ['picked_up', 'in_transit', 'lost']],
    ['2 refused delivery lane', ['picked_up', 'in_transit', 'delivery_refused']],
    ['Unknown Address Lane 3', ['picked_up', 'in_transit', 'address_problem', 'delivered']],
  ])('%s determines the steps of a parcel', (line1, journey) => {
    expect(journeyTo(line1)).toEqual(journey);
  });
});

describe('a booking', () => {
  it('keeps no address', () => {
    expect(JSON.stringify(booked('1 Lost Parcel Lane'))).not.toContain('Lane');
  });

  it('of a return is lost if the parcels of its order were delivered to Lost Return Lane', () => {
    const line1 = '4 Lost Return Lane';
    const delivered = booked(line1);
    const straight = { journey: ['picked_up', 'in_transit', 'delivered'] };
    expect(delivered).toMatchObject(straight);
    expect(bookParcel(undefined, { ...booking, parcelId: 'shp_1_south', line1 }, [delivered])).toMatchObject(straight);
    const back = { ...booking, parcelId: 'ret_1', line1: 'Speicherweg 4' };
    expect(bookParcel(undefined, back, [delivered])).toMatchObject({ journey: ['picked_up', 'in_transit', 'lost'] });
    expect(bookParcel(undefined, back, [booked()])).toMatchObject(straight);
  });

  it('that comes again changes nothing', () => {
    const moved = moveParcel(booked(), 1, AT)?.parcel;
    expect(bookParcel(moved, booking)).toBe(moved);
  });
});

function recalled(there?: CarrierParcel): CarrierParcel {
  const parcel = recallParcel(there, booking.parcelId);
  if (parcel === 'left') throw new Error('It has left');
  return parcel;
}

describe('a recall', () => {
  it('takes back what was not picked up, and then nothing moves', () => {
    expect(recalled(booked())).toMatchObject({ recalled: true });
    expect(moveParcel(recalled(booked()), 3, AT)).toBeUndefined();
  });

  it('comes too late for what was picked up', () => {
    expect(recallParcel(moveParcel(booked(), 1, AT)?.parcel, booking.parcelId)).toBe('left');
  });

  it('that comes first refuses the late booking', () => {
    expect(recalled()).toMatchObject({ recalled: true });
    expect(bookParcel(recalled(), booking)).toBe('recalled');
  });
});

it('tells each step of a journey once, in order, whatever order the moves come in and however often', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }), (steps) => {
      const all: string[] = [];
      let parcel = booked();
      for (const step of steps) {
        const moved = moveParcel(parcel, step, AT);
        if (!moved) continue;
        all.push(...moved.reported);
        parcel = moved.parcel;
      }
      expect(all).toEqual(parcel.journey.slice(0, Math.max(0, ...steps)));
      expect(parcel.history.map(({ status }) => status)).toEqual(all);
    }),
  );
});
