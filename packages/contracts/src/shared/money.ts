import * as z from 'zod';

/** ISO 4217 code of a currency that the shop sells in. */
export const Currency = z.enum(['EUR']);
export type Currency = z.infer<typeof Currency>;

/** An amount in minor units (cents): `{ amount: 1999, currency: 'EUR' }` is 19.99 €. */
export const Money = z.object({
  amount: z
    .int()
    .nonnegative()
    .meta({ examples: [24900] }),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;
