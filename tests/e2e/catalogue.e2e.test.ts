import { beforeAll, describe, expect, it } from 'vitest';
import { GetProduct, ListProducts, Problem, type Sku } from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { openShop, PATIENCE, type Shop } from './shop.ts';

let shop: Shop;
let sku: Sku;
beforeAll(async () => {
  shop = await openShop();
  sku = await shop.newProduct({ north: 1 });
}, 120_000);

const put = (body: unknown) =>
  shop.stage.send('catalog', `/products/${sku}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${shop.token.operator}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const product = (price: unknown) => ({ name: `Test ${sku}`, description: 'For journeys', category: 'cooking', price });

describe('the products', () => {
  it('are found by words, price and availability', async () => {
    const search = async (query: object) =>
      bodyOf(await shop.stage.call(ListProducts, { query: { query: sku, ...query } })).items.map((found) => found.sku);
    await eventually(async () => expect(await search({ available: 'true' })).toEqual([sku]), PATIENCE);
    expect(await search({ minPrice: 1999, maxPrice: 1999 })).toEqual([sku]);
    expect(await search({ minPrice: 2000 })).toEqual([]);
    expect(await search({ maxPrice: 1998 })).toEqual([]);
    expect(await search({ category: 'tents' })).toEqual([]);
  }, 120_000);

  it.each([() => `/products?limit=5`, () => `/products?query=${sku}`, () => `/products/${sku}`])(
    'may be kept for a moment, and are not sent again to who has them',
    async (path) => {
      const first = await shop.stage.send('catalog', path());
      expect(first.headers.get('cache-control')).toBe('public, max-age=5');
      const etag = first.headers.get('etag') ?? '';
      const again = await shop.stage.send('catalog', path(), { headers: { 'if-none-match': etag } });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, undefined, etag]);
      expect((await shop.stage.send('catalog', path(), { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    },
  );

  it('have a new ETag once an operator changed them', async () => {
    const read = (headers = {}) => shop.stage.call(GetProduct, { parameters: { sku }, headers });
    const etag = (await read()).headers.get('etag') ?? '';
    await put(product({ amount: 2199, currency: 'EUR' }));
    await eventually(async () => {
      expect(bodyOf(await read({ 'if-none-match': etag })).price.amount).toBe(2199);
    }, PATIENCE);
  });
});

describe('a product of a season', () => {
  it('is found by it, until it gets another season', async () => {
    const found = async (season: 'summer' | 'winter') =>
      bodyOf(await shop.stage.call(ListProducts, { query: { query: sku, season } })).items.map((one) => one.sku);
    for (const [season, other] of [['summer', 'winter'] as const, ['winter', 'summer'] as const]) {
      const { status } = await put({ ...product({ amount: 1999, currency: 'EUR' }), seasons: [season] });
      expect(status).toBe(200);
      await eventually(async () => expect([await found(season), await found(other)]).toEqual([[sku], []]), PATIENCE);
    }
  });

  it('is rejected with a repeated or unknown season', async () => {
    for (const seasons of [['summer', 'summer'], ['monsoon']]) {
      const { status } = await put({ ...product({ amount: 1999, currency: 'EUR' }), seasons });
      expect(status).toBe(400);
    }
  });
});

describe('a product with an invalid price', () => {
  it.each<[string, unknown, string]>([
    ['0', { amount: 0, currency: 'EUR' }, '/price/amount'],
    ['negative', { amount: -1, currency: 'EUR' }, '/price/amount'],
    ['half a cent', { amount: 1.5, currency: 'EUR' }, '/price/amount'],
    ['too large to add up', { amount: 1e15, currency: 'EUR' }, '/price/amount'],
    ['in another currency', { amount: 100, currency: 'USD' }, '/price/currency'],
    ['missing', undefined, '/price'],
  ])('is rejected with a pointer: %s', async (_, price, pointer) => {
    const { status, body } = await put(product(price));
    expect([status, Problem.parse(body).errors?.map((error) => error.pointer)]).toEqual([400, [pointer]]);
  });

  it.each([
    'minPrice=-1',
    'maxPrice=cheap',
    'available=maybe',
    'category=pianos',
    'season=monsoon',
    `query=${'x'.repeat(101)}`,
  ])('can’t be searched for either: %s', async (query) => {
    const { status, body } = await shop.stage.send('catalog', `/products?${query}`);
    expect([status, Problem.parse(body).errors?.map((error) => error.pointer)]).toEqual([
      400,
      [`#/query/${query.split('=')[0]}`],
    ]);
  });
});
