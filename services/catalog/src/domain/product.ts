import { isDeepStrictEqual } from 'node:util';
import { type Product, ProductChanged, type PutProduct, type Sku } from '@waypost/contracts';
import type * as z from 'zod';

/** A product as an operator describes it. */
export type ProductDetails = z.output<(typeof PutProduct)['body']>;

/** A product of the catalogue. `version` is 1 for a new one and rises by one with each change of its details. */
export interface CatalogProduct extends ProductDetails {
  readonly sku: Sku;
  readonly version: number;
  readonly available: boolean;
}

/** The next version of a product's details. */
export interface ProductRevision {
  readonly sku: Sku;
  readonly version: number;
  readonly details: ProductDetails;
}

/** Next revision of a product after a PUT; undefined if nothing changes. */
export function revise(
  current: CatalogProduct | undefined,
  sku: Sku,
  details: ProductDetails,
): ProductRevision | undefined {
  if (current && isDeepStrictEqual(detailsOf(current), detailsOf(details))) return undefined;
  return { sku, version: (current?.version ?? 0) + 1, details };
}

/** Event of a revision. */
export function productChanged({ sku, version, details: { name, category, price } }: ProductRevision) {
  return ProductChanged.build(sku, { sku, name, category, price, productVersion: version });
}

/** The revision that made a product what it is. */
export function revisionOf(product: CatalogProduct): ProductRevision {
  return { sku: product.sku, version: product.version, details: detailsOf(product) };
}

/** The product as the API shows it. */
export function shown(product: CatalogProduct): Product {
  return { sku: product.sku, ...detailsOf(product), available: product.available };
}

function detailsOf({ name, description, category, price, images, seasons }: ProductDetails): ProductDetails {
  return { name, description, category, price, images, seasons };
}
