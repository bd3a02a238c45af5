import { describe, expect, it } from 'vitest';
import { ParcelStatus } from '@waypost/contracts';
import fc from 'fast-check';
import { anOrder, AT, cancelled, decidedOn, orderThatIs } from '../../../test/build-order.ts';
import { decideParcel, decideSettled } from './follow.ts';
import { evolve, FULFILMENT, type Order } from './order.ts';

const twoParcels = orderThatIs({
  status: 'CONFIRMED',
  shipments: [
    { shipmentId: 'shp_1', warehouse: 'north' },
    { shipmentId: 'shp_2', warehouse: 'south' },
  ],
});

type Told = { readonly settled: true } | { readonly shipmentId: string; readonly status: ParcelStatus };

const minute = (n: number) => `2026-05-05T09:${String(n).padStart(2, '0')}:00.000Z`;
const since = (published: Told) => minute('status' in published ? ParcelStatus.options.indexOf(published.status) : 0);

/** The order after one report. */
function after(order: Order, published: Told): Order {
  const decision =
    'settled' in published
      ? decideSettled(order, { at: AT })
      : decideParcel(order, { at: AT, since: since(published), ...published });
  return decision.outcome === 'happens' ? evolve(order, decision.event) : order;
}
const afterAll = (published: readonly Told[], order = twoParcels) => published.reduce(after, order);
const parcel = (shipmentId: 'shp_1' | 'shp_2', status: ParcelStatus): Told => ({ shipmentId, status });
const SETTLED: Told = { settled: true };
const bothDelivered = [parcel('shp_1', 'DELIVERED'), parcel('shp_2', 'DELIVERED')];

describe('a confirmed order', () => {
  it.each<[string, readonly Told[], string]>([
    ['stays so while its parcels are packed', [parcel('shp_1', 'PACKED'), SETTLED], 'CONFIRMED'],
    ['is shipped with the first parcel', [parcel('shp_2', 'DISPATCHED')], 'SHIPPED'],
    ['is not delivered before the last one is', [parcel('shp_1', 'DELIVERED'), SETTLED], 'SHIPPED'],
    ['is delivered with the last parcel', bothDelivered, 'DELIVERED'],
    ['is completed by the last parcel', [SETTLED, ...bothDelivered], 'COMPLETED'],
    ['is completed by the payment', [...bothDelivered, SETTLED], 'COMPLETED'],
    ['stays shipped where a parcel was lost', [SETTLED, parcel('shp_1', 'LOST'), ...bothDelivered.slice(1)], 'SHIPPED'],
  ])('%s', (_, published, status) => {
    expect(afterAll(published).status).toBe(status);
  });

  it('shows where a parcel stands, and since when', () => {
    expect(afterAll([parcel('shp_1', 'LOST'), parcel('shp_1', 'DISPATCHED')])).toMatchObject({
      shipments: [
        {
          shipmentId: 'shp_1',
          parcel: {
            status: 'LOST',
            history: [
              { status: 'DISPATCHED', at: minute(1) },
              { status: 'LOST', at: minute(3) },
            ],
          },
        },
        { shipmentId: 'shp_2' },
      ],
    });
  });

  it('does not know the parcel of another order', () => {
    const published = { at: AT, since: AT, shipmentId: 'shp_3', status: 'LOST' } as const;
    expect(decideParcel(twoParcels, published)).toEqual({ outcome: 'rejected', reason: 'unknown_parcel' });
    expect(decideParcel(anOrder(), published)).toEqual({ outcome: 'rejected', reason: 'unknown_parcel' });
    expect(decideParcel(cancelled(twoParcels), published)).toEqual({ outcome: 'happened' });
  });

  it('that its shopper wants to cancel is not asked about any more once something has left', () => {
    const asked = decidedOn({ recall: 'requested' }, twoParcels);
    expect(after(asked, parcel('shp_1', 'DISPATCHED')).decisions.recall).toBe('left');
    expect(after(asked, parcel('shp_1', 'PACKED')).decisions.recall).toBe('requested');
  });
});

it('accepts the settlement of its payment before it is confirmed', () => {
  const early = after(anOrder(), SETTLED);
  const confirmed = orderThatIs(
    { status: 'CONFIRMED', shipments: [{ shipmentId: 'shp_1', warehouse: 'north' }] },
    early,
  );
  expect(after(confirmed, parcel('shp_1', 'DELIVERED')).status).toBe('COMPLETED');
});

it('never goes back, and reaches the same status in whichever order and however often reports arrive', () => {
  const published = fc.oneof(
    fc.constant(SETTLED),
    fc
      .tuple(fc.constantFrom('shp_1' as const, 'shp_2' as const), fc.constantFrom(...ParcelStatus.options))
      .map(([shipmentId, status]) => parcel(shipmentId, status)),
  );
  const shuffled = fc
    .array(published, { maxLength: 8 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })));
  fc.assert(
    fc.property(shuffled, ([straight, history]) => {
      let order = twoParcels;
      for (const each of history) {
        const next = after(order, each);
        const rank = ({ status }: Order) => FULFILMENT.findIndex((known) => known === status);
        expect(rank(next)).toBeGreaterThanOrEqual(rank(order));
        expect(next.history.map(({ status }) => status)).toEqual(['PLACED', ...FULFILMENT.slice(0, rank(next) + 1)]);
        order = next;
      }
      const { version: _, ...end } = order;
      expect(end).toEqual({ ...afterAll(straight), version: undefined });
    }),
  );
});
