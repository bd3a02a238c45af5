import * as z from 'zod';

/** What every list takes: at most `limit` items, from where the opaque `cursor` of the last answer points. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(2048).optional(),
};

/** What every list gives; no `cursor` means that this was the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });
