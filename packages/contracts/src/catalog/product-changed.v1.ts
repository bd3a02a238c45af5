import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Sku } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { ProductName } from '../shared/text.ts';

/** A product is new, or its name, price or listing changed. `productVersion` rises by one each time, so that late events can be recognized. */
export const ProductChanged = defineEvent({
  owner: 'catalog',
  name: 'ProductChanged',
  version: 1,
  schema: z.object({
    sku: Sku,
    name: ProductName,
    category: z.string().meta({ examples: ['tents'] }),
    price: Money,
    productVersion: z.int().positive(),
  }),
});
