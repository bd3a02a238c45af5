import { describe, expect, it } from 'vitest';
import { logger } from '@waypost/service-kit';
import type { SQSRecord } from 'aws-lambda';
import { carrierInMemory } from '../test/carrier-in-memory.ts';
import { arrangement, NOW, order, SHOPPER } from '../test/samples.ts';
import { shipmentsInMemory } from '../test/shipments-in-memory.ts';
import { arrangeShipment } from './app/arrange-shipment.ts';
import { listShipments } from './app/list-shipments.ts';
import { packOrder } from './app/pack-order.ts';
import { followFunction } from './follow-function.ts';

logger.setLogLevel('SILENT');

const orderId = order(1);
const NORTH = 'shp_00000000000000000000000000000001_north';
const REPORTS = ['picked_up', 'in_transit', 'address_problem', 'delivered'].map((status, index) => ({
  webhookId: `msg_${status}`,
  shipmentId: NORTH,
  status,
  at: `2026-05-05T09:3${index}:00.000Z`,
}));
type Report = (typeof REPORTS)[number];

const recordOf = (report: Report, index: number): SQSRecord => ({
  messageId: String(index),
  receiptHandle: String(index),
  body: JSON.stringify({ metadata: { correlationId: 'c-1', causationId: report.webhookId }, data: report }),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'sender',
    ApproximateFirstReceiveTimestamp: '0',
    MessageGroupId: orderId,
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:reports.fifo',
  awsRegion: 'eu-central-1',
});

/** A packed order, its consumer, and what there is of it in the end. */
async function packed() {
  const shipments = shipmentsInMemory();
  await arrangeShipment({ shipments, now: NOW }, arrangement('north'));
  await packOrder({ shipments, carrier: carrierInMemory(), now: NOW }, orderId);
  const letters: string[] = [];
  const handler = followFunction(() => shipments, {
    deadLetters: ({ reason }) => Promise.resolve(void letters.push(reason)),
    maxReceiveCount: 3,
  });
  return {
    letters,
    consume: async (reports: readonly Report[]) => handler({ Records: reports.map(recordOf) }),
    end: async () => ({
      shipments: await listShipments({ shipments }, { orderId, shopperId: SHOPPER }),
      published: shipments.published.map(({ name }) => name).filter((name) => name !== 'ParcelAddressProblem'),
    }),
  };
}

function permutationsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => permutationsOf(items.toSpliced(index, 1)).map((others) => [item, ...others]));
}

describe('the reports of one order', () => {
  it('come to the same end in every order, also when each comes twice', async () => {
    const straight = await packed();
    await straight.consume(REPORTS);
    const expected = await straight.end();
    expect(expected.published).toEqual(['ShipmentArranged', 'ParcelPacked', 'ParcelDispatched', 'ParcelDelivered']);

    for (const reports of permutationsOf(REPORTS)) {
      const histories = [
        reports,
        reports.flatMap((report) => [report, report]),
        [...reports, ...reports],
        [...reports, ...reports.toReversed()],
      ];
      for (const history of histories) {
        const { consume, end, letters } = await packed();
        expect(await consume(history)).toEqual({ batchItemFailures: [] });
        expect(await end()).toEqual(expected);
        expect(letters).toEqual([]);
      }
    }
  });

  it('are processed although one is about an unknown parcel, which becomes a dead letter with the reason', async () => {
    const { consume, end, letters } = await packed();
    const unknown = { ...REPORTS[0], shipmentId: 'shp_unknown', webhookId: 'msg_1', status: 'lost', at: NOW };
    await consume([unknown, ...REPORTS]);
    expect(letters).toEqual(['PermanentError: Unknown parcel shp_unknown']);
    expect((await end()).shipments[0]?.parcel?.status).toBe('DELIVERED');
  });
});
