import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  GetCarrierRecords,
  GetOrder,
  GetPayment,
  ListReturnsInReview,
  type Order,
  type OrderId,
  RequestReturn,
  SettleReturn,
  type Sku,
} from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { putFault } from './faults.ts';
import { callProvider } from './provider.ts';
import { moneyIn, openShop, type OrderRequest, PATIENCE, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

interface RequestOptions {
  readonly idempotencyKey?: string;
  readonly by?: 'shopper' | 'secondShopper';
}
type Lines = readonly { readonly sku: Sku; readonly quantity: number }[];

const requestReturn = (
  id: OrderId,
  lines: Lines,
  { idempotencyKey = randomUUID(), by = 'shopper' }: RequestOptions = {},
) =>
  shop.stage.call(RequestReturn, {
    parameters: { id },
    body: { lines: [...lines] },
    idempotencyKey,
    token: shop.token[by],
  });

const orderOf = async (id: OrderId): Promise<Order> =>
  bodyOf(await shop.stage.call(GetOrder, { parameters: { id }, token: shop.token.shopper }));

/** Waits until the returns of an order have these statuses. */
const withReturns = (id: OrderId, ...statuses: readonly string[]): Promise<Order> =>
  eventually(async () => {
    const order = await orderOf(id);
    expect(order.returns.map(({ status }) => status)).toEqual(statuses);
    return order;
  }, PATIENCE);

/** A delivered order of two units of one product and one of another, which was the whole stock. */
async function delivered(given: Pick<OrderRequest, 'paymentMethod' | 'line1'> = {}) {
  const [two, one] = await Promise.all([shop.newProduct({ north: 2 }), shop.newProduct({ north: 0, south: 1 })]);
  const lines = [
    { sku: two, quantity: 2 },
    { sku: one, quantity: 1 },
  ];
  const orderId = await shop.place({ lines, ...given });
  await shop.reaches('DELIVERED', orderId);
  return { orderId, two, one, lines };
}

const availableOf = async (sku: Sku) => (await shop.stockOf(sku)).available;

describe.concurrent('a delivered order that is returned', () => {
  it('in two parts is received, refunded to the cent, restocked, and RETURNED in the end', async () => {
    const { orderId, two, one } = await delivered();
    const total = moneyIn(await shop.paymentRecordsOf(orderId));
    const idempotencyKey = randomUUID();
    const part = [{ sku: two, quantity: 1 }];
    const answers = await Promise.all([1, 2, 3].map(() => requestReturn(orderId, part, { idempotencyKey })));
    expect(new Set(answers.map((answer) => JSON.stringify(bodyOf(answer)))).size).toBe(1);

    const partly = await withReturns(orderId, 'REFUNDED');
    expect(partly.returns[0]).toMatchObject({ lines: part, refund: { amount: 1999, currency: 'EUR' } });
    expect(['DELIVERED', 'COMPLETED']).toContain(partly.status);
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(total - 1999);
    await eventually(async () => expect(await availableOf(two)).toBe(1), PATIENCE);

    const rest = [
      { sku: two, quantity: 1 },
      { sku: one, quantity: 1 },
    ];
    bodyOf(await requestReturn(orderId, rest));
    const whole = await withReturns(orderId, 'REFUNDED', 'REFUNDED');
    expect(whole).toMatchObject({ status: 'RETURNED', payment: { status: 'refunded' } });
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(0);
    await eventually(async () => {
      expect([await availableOf(two), await availableOf(one)]).toEqual([2, 1]);
    }, PATIENCE);
    const { items } = bodyOf(
      await shop.stage.call(GetCarrierRecords, { query: { orderId }, token: shop.token.operator }),
    );
    expect(items.filter(({ parcelId }) => parcelId.startsWith('ret_')).map(({ status }) => status)).toEqual([
      'delivered',
      'delivered',
    ]);
    await eventually(async () => {
      const subjects = (await shop.mailsOf(orderId)).map(({ subject }) => subject);
      const about = (word: string) =>
        subjects.filter((subject) => subject.startsWith('Your return') && subject.endsWith(word));
      expect([about('announced').length, about('refunded').length]).toEqual([2, 2]);
    }, PATIENCE);

    // No unit is left to return.
    expect((await requestReturn(orderId, [{ sku: one, quantity: 1 }])).status).toBe(409);
  }, 240_000);
});

const TOTAL = { amount: 5997, currency: 'EUR' } as const;
const EARLIER = { amount: 1000, currency: 'EUR' } as const;

const settle = (id: OrderId, returnId: string, settlement: 'refund' | 'close') =>
  shop.stage.call(SettleReturn, {
    parameters: { id, returnId },
    body: { settlement },
    token: shop.token.operator,
  });

/** The return of an order in the operators' list, if it is there. */
async function inReview(id: OrderId) {
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const page = bodyOf(await shop.stage.call(ListReturnsInReview, { query, token: shop.token.operator }));
    const found = page.items.find(({ orderId }) => orderId === id);
    if (found) return found;
    ({ cursor } = page);
  } while (cursor !== undefined);
  return undefined;
}

describe.concurrent('the return of an order that was refunded in part in the provider’s dashboard', () => {
  it('is refunded once with the rest of the payment, even if a response is lost, and the shopper learns the amount', async () => {
    const { orderId, lines } = await delivered();
    const [payment] = await shop.paymentRecordsOf(orderId);
    await callProvider(shop, '/v1/refunds', { payment_intent: payment?.id ?? '', amount: String(EARLIER.amount) });
    // Hits one of the refunds in this file; which one makes no difference. The provider's library repeats the request.
    await putFault(shop, { operation: 'refund', fault: 'lost_answer' }, 1);

    bodyOf(await requestReturn(orderId, lines));
    const returned = await withReturns(orderId, 'REFUNDED');
    const rest = { ...TOTAL, amount: TOTAL.amount - EARLIER.amount };
    expect(returned).toMatchObject({ status: 'RETURNED', returns: [{ refund: TOTAL, refunded: rest }] });
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(0);
    await eventually(async () => {
      const texts = (await shop.mailsOf(orderId)).map(({ text }) => text);
      expect(texts).toContainEqual(expect.stringContaining('We refund €49.97, because €10.00 was refunded'));
    }, PATIENCE);
    const payments = await shop.stage.call(GetPayment, { parameters: { id: orderId }, token: shop.token.shopper });
    expect(bodyOf(payments).status).toBe('refunded');
  }, 240_000);
});

describe.concurrent('a return that the carrier lost', () => {
  it('is listed for operators, refunded when one decides so, and not restocked', async () => {
    const { orderId, two, lines } = await delivered({ line1: '7 Lost Return Lane' });
    const { returnId } = bodyOf(await requestReturn(orderId, lines));
    await withReturns(orderId, 'LOST');
    await eventually(async () => {
      expect(await inReview(orderId)).toMatchObject({ returnId, status: 'LOST', refund: TOTAL });
    }, PATIENCE);

    expect((await settle(orderId, returnId, 'refund')).status).toBe(202);
    expect(await withReturns(orderId, 'REFUNDED')).toMatchObject({
      status: 'RETURNED',
      payment: { status: 'refunded' },
    });
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(0);
    expect(await availableOf(two)).toBe(0);
    expect((await settle(orderId, returnId, 'close')).status).toBe(409);
    await eventually(async () => expect(await inReview(orderId)).toBeUndefined(), PATIENCE);
  }, 240_000);
});

describe.concurrent('a return whose refund the provider rejects', () => {
  it('is listed for operators, and closed when one decides so', async () => {
    const { orderId, lines } = await delivered({ paymentMethod: 'pm_card_createDispute' });
    const { returnId } = bodyOf(await requestReturn(orderId, lines));
    await withReturns(orderId, 'REFUND_FAILED');
    await eventually(async () => {
      expect(await inReview(orderId)).toMatchObject({ returnId, status: 'REFUND_FAILED' });
    }, PATIENCE);

    expect((await settle(orderId, `${returnId.slice(0, -1)}g`, 'close')).status).toBe(404);
    expect(bodyOf(await settle(orderId, returnId, 'close'))).toMatchObject({ returnId, status: 'CLOSED' });
    expect((await settle(orderId, returnId, 'refund')).status).toBe(409);
    await eventually(async () => {
      const subjects = (await shop.mailsOf(orderId)).map(({ subject }) => subject);
      expect(subjects).toContain(`Your return of order ${orderId} is closed`);
    }, PATIENCE);
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(TOTAL.amount);
  }, 240_000);

  it('is settled by operators only', async () => {
    const parameters = { id: `ord_${'0'.repeat(32)}`, returnId: `ret_${'0'.repeat(32)}_0000000a` };
    const call = { parameters, body: { settlement: 'refund' as const } };
    expect((await shop.stage.call(SettleReturn, { ...call, token: shop.token.shopper })).status).toBe(403);
    expect((await shop.stage.call(SettleReturn, { ...call, token: shop.token.operator })).status).toBe(404);
    expect((await shop.stage.call(ListReturnsInReview, { token: shop.token.shopper })).status).toBe(403);
  });
});

describe.concurrent('an impossible return', () => {
  it('is rejected with the reason, and changes nothing', async () => {
    const { orderId, two, one, lines } = await delivered();
    const other = await shop.newProduct({ north: 1 });
    const rejected = async (asked: Lines, ask: RequestOptions = {}) =>
      (await requestReturn(orderId, asked, ask)).status;
    expect(await rejected([{ sku: other, quantity: 1 }])).toBe(409);
    expect(await rejected([{ sku: two, quantity: 3 }])).toBe(409);
    expect(await rejected(lines, { by: 'secondShopper' })).toBe(404);
    for (const quantity of [0, -1, 1.5, 1e9]) expect(await rejected([{ sku: one, quantity }])).toBe(400);
    expect(await rejected([])).toBe(400);
    expect(
      await rejected([
        { sku: one, quantity: 1 },
        { sku: one, quantity: 1 },
      ]),
    ).toBe(400);
    expect((await orderOf(orderId)).returns).toEqual([]);

    const idempotencyKey = randomUUID();
    bodyOf(await requestReturn(orderId, [{ sku: one, quantity: 1 }], { idempotencyKey }));
    expect(await rejected([{ sku: two, quantity: 1 }], { idempotencyKey })).toBe(422);
    expect(await rejected([{ sku: one, quantity: 1 }])).toBe(409);
    expect((await orderOf(orderId)).returns).toHaveLength(1);
  }, 240_000);

  it('is rejected while parcels are in transit, and for an unknown order', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const orderId = await shop.place({ lines: [{ sku, quantity: 1 }], line1: '1 Lost Parcel Lane' });
    await shop.reaches('SHIPPED', orderId);
    const answer = await requestReturn(orderId, [{ sku, quantity: 1 }]);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([409, expect.stringContaining('delivered')]);
    const nowhere = `ord_${'0'.repeat(32)}` as OrderId;
    expect((await requestReturn(nowhere, [{ sku, quantity: 1 }])).status).toBe(404);
  }, 120_000);
});
