import { GetProduct } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { productTable } from '../adapters/product-table.ts';
import { CACHED } from '../caching.ts';
import { shown } from '../domain/product.ts';

export const handler = httpFunction(GetProduct, async ({ parameters: { sku } }, context) => {
  const product = await productTable(context).glance(sku);
  if (!product) throw new ProblemError('not-found', `The product ${sku} doesn't exist.`);
  return { body: shown(product), headers: CACHED };
});
