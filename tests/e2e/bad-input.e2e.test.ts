import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { GetOrder, ListOrders, Problem, PutProduct, PutStock, type Sku } from '@waypost/contracts';
import { anAddress, bodyOf } from '@waypost/test-kit';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
let sku: Sku;
beforeAll(async () => {
  shop = await openShop();
  sku = await shop.newProduct({ north: 50 });
  await shop.decided(await shop.place({ lines: [{ sku, quantity: 1 }] }));
}, 120_000);

const good = () => ({
  lines: [{ sku, quantity: 1 } as Record<string, unknown>],
  shippingAddress: anAddress() as Record<string, unknown>,
  paymentMethod: 'pm_card_visa',
});
const withLine = (line: Record<string, unknown>) => ({ ...good(), lines: [{ sku, quantity: 1, ...line }] });
const withAddress = (fields: Record<string, unknown>) => ({
  ...good(),
  shippingAddress: { ...anAddress(), ...fields },
});

/** Sends a body to POST /orders and returns the problem document. */
async function rejected(body: unknown, headers: Record<string, string> = {}) {
  const answer = await shop.stage.send('order', '/orders', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.token.shopper}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return problemIn(answer);
}

function problemIn(answer: { status: number; headers: Headers; body: unknown }) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('x-correlation-id')).toBeTruthy();
  const problem = Problem.parse(answer.body);
  expect(problem.status).toBe(answer.status);
  return { status: answer.status, pointers: (problem.errors ?? []).map(({ pointer }) => pointer) };
}

/** Orders of this test's product only: other journeys place orders of the same shopper concurrently. */
const ordersSoFar = async () =>
  bodyOf(await shop.stage.call(ListOrders, { query: { limit: 100 }, token: shop.token.shopper })).items.filter(
    ({ lines }) => lines.every((line) => line.sku === sku || /^(NOBODY-SELLS-THIS|SKU-\d+)$/.test(line.sku)),
  ).length;

describe('POST /orders with invalid lines', () => {
  it.each<[string, () => unknown, string]>([
    ['an unknown SKU', () => withLine({ sku: 'NOBODY-SELLS-THIS' }), '/lines/0/sku'],
    ['a SKU that can be none', () => withLine({ sku: '../../etc/passwd' }), '/lines/0/sku'],
    ['quantity 0', () => withLine({ quantity: 0 }), '/lines/0/quantity'],
    ['quantity -1', () => withLine({ quantity: -1 }), '/lines/0/quantity'],
    ['quantity 1.5', () => withLine({ quantity: 1.5 }), '/lines/0/quantity'],
    ['quantity "1"', () => withLine({ quantity: '1' }), '/lines/0/quantity'],
    ['quantity 1e9', () => withLine({ quantity: 1e9 }), '/lines/0/quantity'],
    ['no lines', () => ({ ...good(), lines: [] }), '/lines'],
    [
      '41 lines',
      () => ({ ...good(), lines: Array.from({ length: 41 }, (_, n) => ({ sku: `SKU-${n}`, quantity: 1 })) }),
      '/lines',
    ],
    ['the same SKU twice', () => ({ ...good(), lines: [...good().lines, ...good().lines] }), '/lines/1/sku'],
    ['an unknown field', () => ({ ...good(), coupon: 'FREE' }), '/coupon'],
    ['an unknown field of a line', () => withLine({ price: 1 }), '/lines/0/price'],
    [
      'an address line of 10,000 characters',
      () => withAddress({ line1: 'x'.repeat(10_000) }),
      '/shippingAddress/line1',
    ],
    ['control characters', () => withAddress({ name: 'Ada\u0000\u001b[31m' }), '/shippingAddress/name'],
    ['no address', () => ({ ...good(), shippingAddress: undefined }), '/shippingAddress'],
    ['a payment method of another kind', () => ({ ...good(), paymentMethod: '4242424242424242' }), '/paymentMethod'],
  ])('rejects %s with a pointer', async (_, body, pointer) => {
    const before = await ordersSoFar();
    expect(await rejected(body())).toEqual({ status: 400, pointers: expect.arrayContaining([pointer]) });
    expect(await ordersSoFar()).toBe(before);
  });
});

describe('POST /orders with a malformed request', () => {
  it.each<[string, unknown, Record<string, string>, number]>([
    ['malformed JSON', '{"lines": [', {}, 400],
    ['a JSON string', '"order"', {}, 400],
    ['no body', '', {}, 400],
    ['another content type', 'lines=1', { 'content-type': 'text/plain' }, 415],
    ['a body of 2 MB', JSON.stringify({ lines: 'x'.repeat(2 * 1024 * 1024) }), {}, 413],
    ['no token', good, { authorization: '' }, 401],
    ['a forged token', good, { authorization: `Bearer ${forged()}` }, 401],
    ['an empty Idempotency-Key', good, { 'idempotency-key': '' }, 400],
  ])('rejects %s', async (_, body, headers, status) => {
    expect(await rejected(typeof body === 'function' ? body() : body, headers)).toMatchObject({ status });
  });

  it('rejects a request without an Idempotency-Key', async () => {
    const answer = await shop.stage.send('order', '/orders', {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.token.shopper}`, 'content-type': 'application/json' },
      body: JSON.stringify(good()),
    });
    expect(problemIn(answer).status).toBe(400);
  });

  it('rejects a token with a changed signature', async () => {
    const [head, claims] = shop.token.shopper.split('.');
    const authorization = `Bearer ${head}.${claims}.${Buffer.from('another signature').toString('base64url')}`;
    expect(await rejected(good(), { authorization })).toMatchObject({ status: 401 });
  });
});

/** An unsigned token that names a shopper. */
function forged(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: 'ada', token_use: 'id', exp: 4_000_000_000 })}.`;
}

describe('a request for a resource that does not exist or belongs to another shopper', () => {
  it("returns 404, not 403, for another shopper's order", async () => {
    const { stage, token } = shop;
    const id = await shop.place({ lines: [{ sku, quantity: 1 }] });
    const theirs = { parameters: { id }, token: token.secondShopper };
    expect((await stage.call(GetOrder, theirs)).status).toBe(404);
    const headers = { authorization: `Bearer ${token.secondShopper}` };
    expect((await stage.send('payment', `/payments/${id}`, { headers })).status).toBe(404);
    expect((await stage.send('shipping', `/shipments?orderId=${id}`, { headers })).body).toEqual({ items: [] });
  });

  it.each(['nothing', 'ord_00000000000000000000000000000000', '%2e%2e%2f', "ord_' OR 1=1"])(
    'answers 404 to the order %s',
    async (id) => {
      const answer = await shop.stage.send('order', `/orders/${encodeURIComponent(id)}`, {
        headers: { authorization: `Bearer ${shop.token.shopper}` },
      });
      expect(problemIn(answer).status).toBe(404);
    },
  );

  it('returns 404 for an unknown path, and 400 for a cursor that the API did not issue', async () => {
    const { stage, token } = shop;
    const headers = { authorization: `Bearer ${token.shopper}` };
    expect(problemIn(await stage.send('order', '/nothing', { headers })).status).toBe(404);
    expect(problemIn(await stage.send('order', '/orders?cursor=abc', { headers })).status).toBe(400);
    expect(problemIn(await stage.send('order', '/orders?limit=1000', { headers })).status).toBe(400);
    expect(problemIn(await stage.send('order', '/orders?colour=red', { headers })).status).toBe(400);
  });
});

describe('a route for operators', () => {
  it('rejects shoppers and guests', async () => {
    const { stage, token } = shop;
    const stock = { parameters: { sku }, body: { warehouse: 'north', onHand: 1 } } as const;
    expect((await stage.call(PutStock, { ...stock, token: token.shopper })).status).toBe(403);
    expect((await stage.call(PutStock, stock)).status).toBe(401);
    const product = { name: 'x', description: 'x', category: 'tents', price: { amount: 1, currency: 'EUR' } } as const;
    const put = { parameters: { sku }, body: product, token: token.shopper };
    expect((await stage.call(PutProduct, put)).status).toBe(403);
  });
});

describe('script in a name', () => {
  it('is stored as it was written', async () => {
    const name = '<script>alert("waypost")</script>';
    const { stage, token } = shop;
    const headers = {
      authorization: `Bearer ${token.shopper}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const placed = await stage.send('order', '/orders', {
      method: 'POST',
      headers,
      body: JSON.stringify(withAddress({ name })),
    });
    expect(placed.status).toBe(202);
    const { orderId } = placed.body as { orderId: string };
    const order = bodyOf(await stage.call(GetOrder, { parameters: { id: orderId }, token: token.shopper }));
    expect(order.shippingAddress.name).toBe(name);
  });
});
