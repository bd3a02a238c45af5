import { describe, expect, it } from 'vitest';
import { CarrierReported } from '@waypost/contracts';
import { carrierEvent } from '../../test/providers.ts';
import { meaningOfCarrierEvent, readCarrierEvent } from './carrier-event.ts';

function meaningOf(json: unknown) {
  const read = readCarrierEvent(json, 'msg_1');
  if (!read.success) throw read.error;
  return meaningOfCarrierEvent(read.data.event);
}
const pathsOf = (json: unknown, id: string | undefined) =>
  readCarrierEvent(json, id).error?.issues.map(({ path }) => path.join('.'));

describe('a parcel that was updated', () => {
  it.each(CarrierReported.schema.shape.status.options)('means the status %s', (status) => {
    expect(meaningOf(carrierEvent({ status }))).toMatchObject({
      subject: 'shp_1_north',
      data: { webhookId: 'msg_1', shipmentId: 'shp_1_north', status },
    });
  });

  it.each([
    ['2026-05-04T09:30:00Z', '2026-05-04T09:30:00.000Z'],
    ['2026-05-04T11:30:00.25+02:00', '2026-05-04T09:30:00.250Z'],
  ])('tells the carrier’s %s as %s', (at, moment) => {
    expect(meaningOf(carrierEvent({ at }))?.data).toMatchObject({ at: moment });
  });
});

describe('an event that the shop doesn’t need', () => {
  it('means nothing, whatever is in it', () => {
    expect(meaningOf({ type: 'pickup.scheduled', data: { shipmentId: 7 } })).toBeUndefined();
  });
});

describe('what is no event', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown status', { status: 'on_the_moon' }, 'data.status'],
    ['no shipment', { shipmentId: undefined }, 'data.shipmentId'],
    ['a time of day', { at: '09:30' }, 'data.at'],
  ])('names the invalid field: %s', (_, data, path) => {
    expect(pathsOf(carrierEvent(data), 'msg_1')).toEqual([path]);
  });

  it('has an id without a full stop, in its header', () => {
    expect(pathsOf(carrierEvent(), undefined)).toEqual(['id']);
    expect(pathsOf(carrierEvent(), 'msg_1.1777887000')).toEqual(['id']);
    expect(pathsOf({ ...carrierEvent(), id: 'msg_2' }, 'msg 2')).toEqual(['id']);
  });
});
