import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { GetCarrierRecords, GetOrder, type Order, type OrderId, RequestReturn, type Sku } from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { moneyIn, openShop, PATIENCE, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

interface Ask {
  readonly idempotencyKey?: string;
  readonly by?: 'shopper' | 'secondShopper';
}
type Lines = readonly { readonly sku: Sku; readonly quantity: number }[];

const sendBack = (id: OrderId, lines: Lines, { idempotencyKey = randomUUID(), by = 'shopper' }: Ask = {}) =>
  shop.stage.call(RequestReturn, {
    parameters: { id },
    body: { lines: [...lines] },
    idempotencyKey,
    token: shop.token[by],
  });

const orderOf = async (id: OrderId): Promise<Order> =>
  bodyOf(await shop.stage.call(GetOrder, { parameters: { id }, token: shop.token.shopper }));

/** The order once its returns stand so. */
const standing = (id: OrderId, ...statuses: readonly string[]): Promise<Order> =>
  eventually(async () => {
    const order = await orderOf(id);
    expect(order.returns.map(({ status }) => status)).toEqual(statuses);
    return order;
  }, PATIENCE);

/** A delivered order of two units of one product and one of another, of which there was no more. */
async function delivered() {
  const [two, one] = await Promise.all([shop.newProduct({ north: 2 }), shop.newProduct({ north: 0, south: 1 })]);
  const lines = [
    { sku: two, quantity: 2 },
    { sku: one, quantity: 1 },
  ];
  const orderId = await shop.place({ lines });
  await shop.comesTo('DELIVERED', orderId);
  return { orderId, two, one, lines };
}

const availableOf = async (sku: Sku) => (await shop.stockOf(sku)).available;

describe('a delivered order that is sent back', () => {
  it('in part and then the rest, is received, refunded to the cent, on sale again, and RETURNED in the end', async () => {
    const { orderId, two, one } = await delivered();
    const total = moneyIn(await shop.booksOf(orderId));
    const idempotencyKey = randomUUID();
    const part = [{ sku: two, quantity: 1 }];
    const answers = await Promise.all([1, 2, 3].map(() => sendBack(orderId, part, { idempotencyKey })));
    expect(new Set(answers.map((answer) => JSON.stringify(bodyOf(answer)))).size).toBe(1);

    const partly = await standing(orderId, 'REFUNDED');
    expect(partly.returns[0]).toMatchObject({ lines: part, refund: { amount: 1999, currency: 'EUR' } });
    expect(['DELIVERED', 'COMPLETED']).toContain(partly.status);
    expect(moneyIn(await shop.booksOf(orderId))).toBe(total - 1999);
    await eventually(async () => expect(await availableOf(two)).toBe(1), PATIENCE);

    const rest = [
      { sku: two, quantity: 1 },
      { sku: one, quantity: 1 },
    ];
    bodyOf(await sendBack(orderId, rest));
    const whole = await standing(orderId, 'REFUNDED', 'REFUNDED');
    expect(whole).toMatchObject({ status: 'RETURNED', payment: { status: 'refunded' } });
    expect(moneyIn(await shop.booksOf(orderId))).toBe(0);
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

    // Nothing is left to send back.
    expect((await sendBack(orderId, [{ sku: one, quantity: 1 }])).status).toBe(409);
  }, 240_000);
});

describe('a return that can’t be', () => {
  it('is refused with the reason, and changes nothing', async () => {
    const { orderId, two, one, lines } = await delivered();
    const other = await shop.newProduct({ north: 1 });
    const refused = async (asked: Lines, ask: Ask = {}) => (await sendBack(orderId, asked, ask)).status;
    expect(await refused([{ sku: other, quantity: 1 }])).toBe(409);
    expect(await refused([{ sku: two, quantity: 3 }])).toBe(409);
    expect(await refused(lines, { by: 'secondShopper' })).toBe(404);
    for (const quantity of [0, -1, 1.5, 1e9]) expect(await refused([{ sku: one, quantity }])).toBe(400);
    expect(await refused([])).toBe(400);
    expect(
      await refused([
        { sku: one, quantity: 1 },
        { sku: one, quantity: 1 },
      ]),
    ).toBe(400);
    expect((await orderOf(orderId)).returns).toEqual([]);

    const idempotencyKey = randomUUID();
    bodyOf(await sendBack(orderId, [{ sku: one, quantity: 1 }], { idempotencyKey }));
    expect(await refused([{ sku: two, quantity: 1 }], { idempotencyKey })).toBe(422);
    expect(await refused([{ sku: one, quantity: 1 }])).toBe(409);
    expect((await orderOf(orderId)).returns).toHaveLength(1);
  }, 240_000);

  it('while its parcels travel, or of an order that is nowhere, is refused', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const orderId = await shop.place({ lines: [{ sku, quantity: 1 }], line1: '1 Lost Parcel Lane' });
    await shop.comesTo('SHIPPED', orderId);
    const answer = await sendBack(orderId, [{ sku, quantity: 1 }]);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([409, expect.stringContaining('delivered')]);
    const nowhere = `ord_${'0'.repeat(32)}` as OrderId;
    expect((await sendBack(nowhere, [{ sku, quantity: 1 }])).status).toBe(404);
  }, 120_000);
});
