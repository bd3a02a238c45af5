import * as z from 'zod';
import { StageError } from '../stage-error.ts';

/** A product of the seed list, in the shape of `PUT /products/{sku}`, and its units in each warehouse. */
export interface SeedProduct {
  readonly sku: string;
  readonly stock: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}

export interface Seeding {
  readonly products: readonly SeedProduct[];
  /** Base URLs of the APIs, and an operator's ID token. */
  readonly catalog: string;
  readonly inventory: string;
  readonly token: string;
  readonly call?: typeof fetch;
  readonly tell?: (progress: string) => void;
}

/** Number of concurrent requests: fast, with few workers. */
const atOnce = 4;

/**
 * Fills the shop by its public API. Existing products stay unchanged. Returns the number of products that were missing.
 */
export async function seedShop(seeding: Seeding): Promise<number> {
  const { products, tell } = seeding;
  let [done, added] = [0, 0];
  await eachOf(products, async (product) => {
    if (await seedProduct(seeding, product)) added += 1;
    done += 1;
    if (done % 10 === 0) tell?.(`${done} of ${products.length} products`);
  });
  return added;
}

async function seedProduct(seeding: Seeding, { sku, stock, ...product }: SeedProduct): Promise<boolean> {
  const [productUrl, stockUrl] = [`${seeding.catalog}/products/${sku}`, `${seeding.inventory}/stock/${sku}`];
  const missing = (await read(seeding, productUrl)) === undefined;
  if (missing) await put(seeding, productUrl, product);
  const counted = StockLevel.parse((await read(seeding, stockUrl)) ?? { warehouses: [] });
  const known = new Set(counted.warehouses.map(({ warehouse }) => warehouse));
  for (const [warehouse, onHand] of Object.entries(stock)) {
    if (!known.has(warehouse)) await put(seeding, stockUrl, { warehouse, onHand });
  }
  return missing;
}

const StockLevel = z.object({ warehouses: z.array(z.object({ warehouse: z.string() })) });

async function read({ call = fetch }: Seeding, url: string): Promise<unknown> {
  const answer = await call(url);
  const text = await answer.text();
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw rejected(`GET ${url}`, answer.status, text);
  return JSON.parse(text);
}

async function put({ call = fetch, token }: Seeding, url: string, body: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await call(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw rejected(`PUT ${url}`, answer.status, text);
}

function rejected(request: string, status: number, text: string): StageError {
  return new StageError(`${request} was answered ${status}: ${text}`, 'See the log of its function in .local/logs');
}

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
