import { describe, expect, it } from 'vitest';
import { carrierInMemory } from '../../test/carrier-records-in-memory.ts';
import { book, move, recall } from './carry-parcels.ts';

const now = '2026-05-04T09:30:00.000Z';
const booking = (parcelId: string, line1 = 'Seestraße 12') => ({
  parcelId,
  reference: 'ord_1',
  carrier: 'parcel-post',
  line1,
});

function carrier() {
  const world = carrierInMemory();
  const ports = { ...world, stepSeconds: 4, now };
  return { ...world, ports, bookOne: (...given: Parameters<typeof booking>) => book(ports, booking(...given)) };
}

describe('a parcel that is booked', () => {
  it('is sent on its way, step by step', async () => {
    const { queued, bookOne } = carrier();
    expect(await bookOne('shp_1_north')).toBe('booked');
    expect(queued.map(({ move: { step }, delay }) => [step, delay])).toEqual([
      [1, 4],
      [2, 8],
      [3, 12],
    ]);
  });

  it('reports each step, and continues when it is booked again', async () => {
    const { ports, queued, reported, bookOne } = carrier();
    await bookOne('shp_1_north', '1 Lost Parcel Lane');
    for (const step of [1, 2]) expect(await move(ports, { parcelId: 'shp_1_north', step })).toBe('moved');
    expect(reported.map(({ payload }) => JSON.parse(payload).data.status)).toEqual(['picked_up', 'in_transit']);
    queued.length = 0;
    await bookOne('shp_1_north');
    expect(queued.map(({ move: { step } }) => step)).toEqual([3]);
  });
});

describe('a move', () => {
  it('of an unknown parcel, or of one that is further, changes nothing', async () => {
    const { ports, reported, bookOne } = carrier();
    expect(await move(ports, { parcelId: 'shp_1_north', step: 1 })).toBe('stays');
    await bookOne('shp_1_north');
    await move(ports, { parcelId: 'shp_1_north', step: 3 });
    expect(await move(ports, { parcelId: 'shp_1_north', step: 1 })).toBe('stays');
    expect(reported).toHaveLength(3);
  });
});

describe('a recall', () => {
  it('takes back all, also what is booked later', async () => {
    const { ports, bookOne } = carrier();
    await bookOne('shp_1_north');
    expect(await recall(ports, ['shp_1_north', 'shp_1_south'])).toBe('recalled');
    expect(await bookOne('shp_1_south')).toBe('recalled');
    expect(await move(ports, { parcelId: 'shp_1_north', step: 1 })).toBe('stays');
    expect(await recall(ports, ['shp_1_north', 'shp_1_south'])).toBe('recalled');
  });

  it('takes back nothing once one has left', async () => {
    const { ports, bookOne } = carrier();
    await bookOne('shp_1_north');
    await bookOne('shp_1_south');
    await move(ports, { parcelId: 'shp_1_south', step: 1 });
    expect(await recall(ports, ['shp_1_north', 'shp_1_south'])).toBe('left');
    expect(await move(ports, { parcelId: 'shp_1_north', step: 1 })).toBe('moved');
  });

  it('and a pick-up at the same time have one winner', async () => {
    const { ports, bookOne } = carrier();
    await bookOne('shp_1_north');
    const [recalled, moved] = await Promise.all([
      recall(ports, ['shp_1_north']),
      move(ports, { parcelId: 'shp_1_north', step: 1 }),
    ]);
    expect(['recalled stays', 'left moved']).toContain(`${recalled} ${moved}`);
  });
});
