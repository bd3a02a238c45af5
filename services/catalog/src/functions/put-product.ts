import { PutProduct } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { productTable } from '../adapters/product-table.ts';
import { putProduct } from '../app/put-product.ts';
import { shown } from '../domain/product.ts';

export const handler = httpFunction(PutProduct, async ({ parameters: { sku }, body }, context) => ({
  body: shown(await putProduct({ products: productTable(context) }, sku, body)),
}));
