import { randomUUID } from 'node:crypto';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  GetCarrierRecords,
  GetOrder,
  ListShipments,
  type Order,
  type OrderId,
  RequestCancellation,
  type Sku,
} from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { moneyIn, openShop, PATIENCE, reservedIn, type Shop } from './shop.ts';
import { signatures } from './signed-webhooks.ts';
import { resourceOf } from './stage-resources.ts';

const sqs = new SQSClient({});
const A_MINUTE = { within: 60_000, every: 500 } as const;

/** Number of concurrent orders, and of orders with 20 shuffled carrier reports each. */
const ORDERS_AT_ONCE = Number(process.env['WAYPOST_ORDERS_AT_ONCE'] ?? 8);
const SHUFFLED_ORDERS = Number(process.env['WAYPOST_SHUFFLED_ORDERS'] ?? 5);
const REPORTS = 20;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

const orderOf = async (id: OrderId): Promise<Order> =>
  bodyOf(await shop.stage.call(GetOrder, { parameters: { id }, token: shop.token.shopper }));
const statusesOf = ({ history }: { readonly history: readonly { readonly status: string }[] }) =>
  history.map(({ status }) => status);
const parcelsOf = ({ shipments }: Order) => shipments.map(({ parcel }) => parcel?.status);
const cancel = async (id: OrderId) =>
  (await shop.stage.call(RequestCancellation, { parameters: { id }, token: shop.token.shopper })).status;
const carrierRecordsOf = async (orderId: OrderId) =>
  bodyOf(await shop.stage.call(GetCarrierRecords, { query: { orderId }, token: shop.token.operator })).items;

/** Waits until the parcels of an order have these statuses. */
const withReturns = (orderId: OrderId, ...parcels: readonly string[]): Promise<Order> =>
  eventually(async () => {
    const order = await orderOf(orderId);
    expect(parcelsOf(order)).toEqual(parcels);
    return order;
  }, A_MINUTE);

async function buyOne(line1?: string): Promise<OrderId> {
  const sku = await shop.newProduct({ north: 1 });
  return shop.place({ lines: [{ sku, quantity: 1 }], ...(line1 && { line1 }) });
}

/**
 * Places a number of orders of one unit of ten products, a few concurrently, so that orders compete rather than product
 * creation.
 */
async function buyMany(count: number, line1?: string): Promise<readonly OrderId[]> {
  const skus: Sku[] = [];
  for (let n = 0; n < Math.min(count, 10); n += 1) skus.push(await shop.newProduct({ north: count }));
  const orders: OrderId[] = [];
  const wishes = Array.from({ length: Math.ceil(count / skus.length) }, () => skus).flat();
  await forEach(wishes.slice(0, count), async (sku) => {
    orders.push(await shop.place({ lines: [{ sku, quantity: 1 }], ...(line1 && { line1 }) }));
  });
  return orders;
}

/** Runs work for each item, a few concurrently. */
async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

async function report(shipmentId: string, status: string, at: string, id = `e2e_${randomUUID()}`): Promise<void> {
  const body = JSON.stringify({ type: 'parcel.updated', timestamp: at, data: { shipmentId, status, at } });
  const headers = { 'content-type': 'application/json', ...(await signatures.carrier(body, { id })) };
  const answer = await shop.stage.send('webhook', '/webhooks/carrier', { method: 'POST', headers, body });
  expect(answer.status).toBe(202);
}

describe.concurrent('an order with lines from both warehouses', () => {
  it('goes by itself from PLACED to COMPLETED, its shopper gets a mail at each step, and it can’t be cancelled then', async () => {
    const [north, south] = await Promise.all([shop.newProduct({ north: 1 }), shop.newProduct({ north: 0, south: 1 })]);
    const orderId = await shop.place({ lines: [north, south].map((sku) => ({ sku, quantity: 1 })) });
    const order = await eventually(async () => {
      const found = await orderOf(orderId);
      expect(found.status).toBe('COMPLETED');
      return found;
    }, A_MINUTE);

    expect(statusesOf(order)).toEqual(['PLACED', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'COMPLETED']);
    expect(order.shipments.map(({ warehouse }) => warehouse)).toEqual(['north', 'south']);
    for (const { parcel } of order.shipments)
      expect(parcel && statusesOf(parcel)).toEqual(['PACKED', 'DISPATCHED', 'DELIVERED']);
    expect(order.payment).toEqual({ status: 'settled' });
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(order.total.amount);
    expect((await carrierRecordsOf(orderId)).map(({ status }) => status)).toEqual(['delivered', 'delivered']);
    const { items } = bodyOf(await shop.stage.call(ListShipments, { query: { orderId }, token: shop.token.shopper }));
    expect(items.map(({ parcel }) => parcel)).toEqual(order.shipments.map(({ parcel }) => parcel));
    await eventually(async () => {
      const mails = await shop.mailsOf(orderId);
      const subjects = mails.map(({ subject }) => subject.replace(/^.*ord_\w+ ?/, '')).toSorted();
      expect(subjects).toEqual(['', 'is completed', 'is confirmed', 'is delivered', 'is on its way']);
      for (const { html } of mails) expect(html).toContain(orderId);
    }, PATIENCE);
    expect(await cancel(orderId)).toBe(409);
  });
});

describe.concurrent('many concurrent orders', () => {
  it('are all completed', async () => {
    const orders = await buyMany(ORDERS_AT_ONCE);
    const began = Date.now();
    await forEach(orders, async (orderId) =>
      eventually(async () => expect((await orderOf(orderId)).status).toBe('COMPLETED'), {
        within: 60_000 + 2000 * ORDERS_AT_ONCE,
        every: 1000,
      }),
    );
    console.info(`${ORDERS_AT_ONCE} orders completed within ${Math.round((Date.now() - began) / 1000)} s`);
  }, 600_000);
});

describe.concurrent('a parcel with a problem', () => {
  it.each([
    ['1 Lost Parcel Lane', 'LOST'],
    ['2 Refused Delivery Lane', 'REFUSED'],
  ])('to %s becomes %s, and the order stays SHIPPED', async (line1, status) => {
    const orderId = await buyOne(line1);
    expect(await withReturns(orderId, status)).toMatchObject({ status: 'SHIPPED' });
  });

  it('whose address was not found first is delivered in the end', async () => {
    const orderId = await buyOne('3 Unknown Address Lane');
    const order = await withReturns(orderId, 'DELIVERED');
    expect(order.shipments[0]?.parcel?.history.map(({ status }) => status)).toContain('ADDRESS_PROBLEM');
    await shop.reaches('COMPLETED', orderId);
  });
});

describe.concurrent('a shopper who cancels a confirmed order', () => {
  it('gets a refund and the stock is released, before anything is shipped', async () => {
    const sku = await shop.newProduct({ north: 2 });
    const orderId = await shop.place({ lines: [{ sku, quantity: 2 }] });
    await eventually(async () => expect((await orderOf(orderId)).status).toBe('CONFIRMED'), {
      within: 60_000,
      every: 50,
    });
    expect(await cancel(orderId)).toBe(202);
    const order = await shop.reaches('CANCELLED', orderId);
    expect(order).toMatchObject({ reason: 'customer_request', payment: { status: 'refunded' } });
    expect(statusesOf(order)).toEqual(['PLACED', 'CONFIRMED', 'CANCELLED']);
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(0);
    await eventually(async () => {
      const level = await shop.stockOf(sku);
      expect([level.available, reservedIn(level)]).toEqual([2, 0]);
    }, PATIENCE);
    for (const { status } of await carrierRecordsOf(orderId)) expect(status).toBe('recalled');
    expect(await cancel(orderId)).toBe(202);
  });
});

describe(`${SHUFFLED_ORDERS * REPORTS} reports of the carrier for ${SHUFFLED_ORDERS} orders, shuffled`, () => {
  it('lead to the same status of each parcel', async () => {
    // The carrier loses these parcels: only the reports say that they were found.
    const orders: Order[] = [];
    await forEach(await buyMany(SHUFFLED_ORDERS, '4 Lost Parcel Lane'), async (orderId) => {
      const packed = await eventually(async () => {
        const order = await orderOf(orderId);
        expect(parcelsOf(order)).toEqual([expect.any(String)]);
        return order;
      }, PATIENCE);
      orders.push(packed);
    });
    const minute = (n: number) => `2026-05-05T09:${String(n).padStart(2, '0')}:00.000Z`;
    const reports = orders.flatMap(({ shipments: [shipment] }) =>
      Array.from({ length: REPORTS }, (_, n) => ({
        shipmentId: shipment?.shipmentId ?? '',
        // Each report is sent twice, in different webhooks.
        status: ['picked_up', 'in_transit', 'address_problem', 'delivered'][n % 4] ?? '',
        at: minute(n % 4),
      })),
    );
    const shuffled = reports
      .map((each) => ({ each, place: Math.random() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ each }) => each);
    await forEach(shuffled, ({ shipmentId, status, at }) => report(shipmentId, status, at));

    await forEach(orders, async ({ orderId }) => {
      const order = await shop.reaches('COMPLETED', orderId);
      expect(statusesOf(order)).toEqual(['PLACED', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'COMPLETED']);
      // The last report may arrive long after the one that completed the order.
      await eventually(async () => {
        const { items } = bodyOf(
          await shop.stage.call(ListShipments, { query: { orderId }, token: shop.token.shopper }),
        );
        expect(items[0]?.parcel).toMatchObject({
          status: 'DELIVERED',
          history: expect.arrayContaining([
            { status: 'DISPATCHED', at: minute(0) },
            { status: 'ADDRESS_PROBLEM', at: minute(2) },
            { status: 'DELIVERED', at: minute(3) },
          ]),
        });
      }, PATIENCE);
    });
  }, 600_000);
});

describe.concurrent('a report of an unknown parcel', () => {
  it.each([
    ['whose id is none of the shop’s', () => `shp_${randomUUID()}`, 'CarrierReportsDeadLetters'],
    ['of no order', () => `shp_${randomUUID().replaceAll('-', '')}_north`, 'ParcelReportsDeadLetters'],
  ])('%s is a dead letter with the reason', async (_, newId, queue) => {
    const shipmentId = newId();
    await report(shipmentId, 'in_transit', '2026-05-05T09:00:00.000Z');
    const QueueUrl = await resourceOf('shipping', 'AWS::SQS::Queue', queue);
    const receive = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
      VisibilityTimeout: 1,
    });
    const letter = await eventually(async () => {
      const { Messages = [] } = await sqs.send(receive);
      const found = Messages.find(({ Body }: Message) => Body?.includes(shipmentId));
      if (!found) throw new Error(`No dead letter for ${shipmentId}`);
      return found;
    }, PATIENCE);
    expect(letter.MessageAttributes?.['reason']?.StringValue).toBe(`PermanentError: Unknown parcel ${shipmentId}`);
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: letter.ReceiptHandle }));
  });
});
