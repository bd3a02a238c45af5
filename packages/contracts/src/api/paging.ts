import * as z from 'zod';
import { queryInteger } from './query-integer.ts';

/** Query parameters of every list: at most `limit` items, after the position of `cursor`. */
export const pageQuery = {
  limit: queryInteger({ minimum: 1, maximum: 100 }).default(20),
  /** Opaque: the `cursor` of the previous page. */
  cursor: z
    .string()
    .max(2048)
    .meta({ description: 'Opaque: the `cursor` of the previous page.', examples: ['eyJwayI6Im9yZGVyIn0'] })
    .optional(),
};

/** Response of every list. Without a `cursor` it is the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    cursor: z
      .string()
      .meta({ description: 'Opaque: send it to get the next page.', examples: ['eyJwayI6Im9yZGVyIn0'] })
      .optional(),
  });
