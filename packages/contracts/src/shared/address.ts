import * as z from 'zod';
import { plainText } from './text.ts';

/** A postal address; `country` is an ISO 3166-1 alpha-2 code. */
export const Address = z.object({
  name: plainText(100).meta({ examples: ['Robin Weber'] }),
  line1: plainText(100).meta({ examples: ['Seestraße 12'] }),
  line2: plainText(100).optional(),
  city: plainText(100).meta({ examples: ['Konstanz'] }),
  postalCode: plainText(20).meta({ examples: ['78464'] }),
  region: plainText(100).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is an ISO 3166-1 alpha-2 code, e.g. DE')
    .meta({ examples: ['DE'] }),
});
export type Address = z.infer<typeof Address>;

/** The same as a person sends it: unknown fields are refused. */
export const AddressBody = z.strictObject(Address.shape);
