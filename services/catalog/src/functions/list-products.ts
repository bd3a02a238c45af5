import { ListProducts } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { cursorAt, placeOf } from '../adapters/list-cursor.ts';
import { productTable } from '../adapters/product-table.ts';
import { listProducts } from '../app/list-products.ts';
import { CACHED } from '../caching.ts';
import { shown } from '../domain/product.ts';

export const handler = httpFunction(ListProducts, async ({ query: { cursor, ...asked } }, context) => {
  const after = placeOf(cursor, asked.category);
  const { products, next } = await listProducts({ products: productTable(context) }, { ...asked, after });
  return { body: { items: products.map(shown), ...cursorAt(next) }, headers: CACHED };
});
