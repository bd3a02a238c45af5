import * as z from 'zod';
import { defineRoute } from '../define-route.ts';
import { Sku } from '../shared/ids.ts';
import { Currency, Money } from '../shared/money.ts';
import { plainText, ProductName } from '../shared/text.ts';
import { pageOf, pageQuery } from './paging.ts';
import { queryInteger } from './query-integer.ts';

/** Highest price of a product, in minor units: a total of 40 lines of 99 units stays a safe integer. */
const HIGHEST_PRICE = 100_000_000;

export const Category = z.enum(['tents', 'sleeping', 'packs', 'clothing', 'cooking', 'navigation']);
export type Category = z.infer<typeof Category>;

export const Season = z.enum(['spring', 'summer', 'autumn', 'winter']);
export type Season = z.infer<typeof Season>;

export const ProductImage = z.object({
  url: z.string().meta({ examples: ['/images/tent-ridge-2p.svg'] }),
  alt: z.string().meta({ examples: ['A green tent on a ridge'] }),
});

export const Product = z.object({
  sku: Sku,
  name: ProductName,
  description: z.string().meta({ examples: ['Two doors, 1.9 kg, stands in a gale'] }),
  category: Category,
  price: Money,
  images: z.array(ProductImage),
  /** The seasons that the shop recommends it for; none for what is always right. */
  seasons: z.array(Season),
  /** True if the product can be ordered now. It follows the stock within seconds. */
  available: z.boolean(),
});
export type Product = z.infer<typeof Product>;

export const ListProducts = defineRoute({
  owner: 'catalog',
  operationId: 'listProducts',
  summary:
    'Lists products, filtered by category, season, words of their names and descriptions, price and availability',
  method: 'GET',
  path: '/products',
  access: 'open',
  query: z.strictObject({
    query: z.string().max(100).optional(),
    category: Category.optional(),
    /** Only what the shop recommends for this season. */
    season: Season.optional(),
    /** Prices from this one on, in minor units. */
    minPrice: queryInteger({ minimum: 0, maximum: HIGHEST_PRICE }).optional(),
    /** Prices up to this one, in minor units. */
    maxPrice: queryInteger({ minimum: 0, maximum: HIGHEST_PRICE }).optional(),
    /** Only what can be had now, or only what can't. */
    available: z.enum(['true', 'false']).optional(),
    ...pageQuery,
  }),
  responseHeaders: { ETag: 'Changes with the page', 'Cache-Control': 'How long caches may store it' },
  response: pageOf(Product),
});

export const GetProduct = defineRoute({
  owner: 'catalog',
  operationId: 'getProduct',
  summary: 'Returns a product',
  method: 'GET',
  path: '/products/{sku}',
  access: 'open',
  parameters: z.object({ sku: Sku }),
  responseHeaders: { ETag: 'Changes with the product', 'Cache-Control': 'How long caches may store it' },
  response: Product,
});

/** Price of a product: more than 0, and low enough that totals can be counted in cents. */
const Price = z.strictObject({ amount: z.int().min(1).max(HIGHEST_PRICE), currency: Currency });

/** A path of the front door or an `https` URL. */
const ImageUrl = z
  .string()
  .max(2048)
  .regex(/^(https:\/)?\/[!-~]*$/, 'must be a path or an https URL')
  .meta({ examples: ['/images/tent-ridge-2p.svg'] });

export const PutProduct = defineRoute({
  owner: 'catalog',
  operationId: 'putProduct',
  summary: 'Creates or replaces a product',
  method: 'PUT',
  path: '/products/{sku}',
  access: 'operator',
  conflicts: true,
  parameters: z.object({ sku: Sku }),
  body: z.strictObject({
    name: plainText(100).meta({ examples: ['Ridge tent for two'] }),
    description: plainText(2000).meta({ examples: ['Two doors, 1.9 kg, stands in a gale'] }),
    category: Category,
    price: Price,
    images: z
      .array(z.strictObject({ url: ImageUrl, alt: plainText(200) }))
      .max(10)
      .default([]),
    seasons: z
      .array(Season)
      .max(4)
      .refine((seasons) => new Set(seasons).size === seasons.length, 'Name each season once')
      .default([]),
  }),
  response: Product,
});
