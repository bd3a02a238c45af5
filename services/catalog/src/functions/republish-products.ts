import { RepublishProducts } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { cursorAt, placeOf } from '../adapters/list-cursor.ts';
import { productTable } from '../adapters/product-table.ts';
import { republishProducts } from '../app/republish-products.ts';

export const handler = commandFunction(RepublishProducts, async ({ cursor }, context) => {
  const { published, next } = await republishProducts({ products: productTable(context) }, placeOf(cursor));
  return { outcome: 'republished' as const, products: published, ...cursorAt(next) };
});
