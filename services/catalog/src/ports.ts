import type { Category, Sku } from '@waypost/contracts';
import type { CatalogProduct, ProductRevision } from './domain/product.ts';

/** A place in the list: behind this product. */
export interface Position {
  readonly category: Category;
  readonly sku: Sku;
}

export interface ProductPage {
  /** By category, then by SKU. */
  readonly products: readonly CatalogProduct[];
  readonly more: boolean;
}

export interface Products {
  /** The product as it is now. */
  readonly find: (sku: Sku) => Promise<CatalogProduct | undefined>;
  /** The product as it was a moment ago, for half the price. */
  readonly glance: (sku: Sku) => Promise<CatalogProduct | undefined>;
  /** At most `size` products from the list, as it was a moment ago. */
  readonly page: (asked: { category?: Category; after?: Position; size: number }) => Promise<ProductPage>;
  /** Writes a revision and tells it, unless another one came first. The availability stays as it is. */
  readonly save: (revision: ProductRevision) => Promise<CatalogProduct | 'changed'>;
  /** Publishes a product's last change again, unless the product changed since and was published by that. */
  readonly republish: (product: CatalogProduct) => Promise<'published' | 'changed'>;
  /** Notes whether a product can be had, also one that is not here yet, unless something newer is known. */
  readonly setAvailability: (news: {
    readonly sku: Sku;
    readonly available: boolean;
    readonly stockVersion: number;
  }) => Promise<'set' | 'outdated'>;
}
