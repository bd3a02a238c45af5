import { describe, expect, it } from 'vitest';
import { seedShop } from './seed.ts';

const products = [
  { sku: 'TENT', name: 'Tent', stock: { north: 2, south: 1 } },
  { sku: 'STOVE', name: 'Stove', stock: { north: 1, south: 0 } },
];

/** A shop that records its products and every PUT. */
function shop(state = new Map<string, { warehouses: { warehouse: string }[] }>()) {
  const puts: string[] = [];
  const call: typeof fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (init?.method !== 'PUT') {
      const found = state.get(pathname);
      return found ? Response.json(found) : Response.json({}, { status: 404 });
    }
    const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}');
    puts.push(pathname);
    const warehouses = state.get(pathname)?.warehouses ?? [];
    state.set(pathname, { warehouses: body.warehouse ? [...warehouses, body] : warehouses });
    return Response.json({});
  };
  return { state, puts, call };
}

const seeding = { products, catalog: 'http://shop', inventory: 'http://shop', token: 't' };

describe('seedShop', () => {
  it('fills an empty shop', async () => {
    const { call, puts } = shop();
    expect(await seedShop({ ...seeding, call })).toBe(2);
    expect(puts.toSorted()).toEqual([
      '/products/STOVE',
      '/products/TENT',
      '/stock/STOVE',
      '/stock/STOVE',
      '/stock/TENT',
      '/stock/TENT',
    ]);
  });

  it('leaves existing products unchanged', async () => {
    const { call, puts } = shop();
    await seedShop({ ...seeding, call });
    puts.length = 0;
    expect(await seedShop({ ...seeding, call })).toBe(0);
    expect(puts).toEqual([]);
  });

  it('continues after an interrupted seeding', async () => {
    const { call, puts, state } = shop();
    state.set('/products/TENT', { warehouses: [] });
    state.set('/stock/TENT', { warehouses: [{ warehouse: 'north' }] });
    await seedShop({ ...seeding, products: products.slice(0, 1), call });
    expect(puts).toEqual(['/stock/TENT']);
  });

  it('fails with the response of the shop', async () => {
    const call: typeof fetch = async () => Response.json({ title: 'Broken' }, { status: 500 });
    await expect(seedShop({ ...seeding, call })).rejects.toMatchObject({ what: expect.stringContaining('Broken') });
  });
});
