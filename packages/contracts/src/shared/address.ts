import * as z from 'zod';
import { CountryCode } from './country.ts';
import { plainText } from './text.ts';

/** A postal address. */
export const Address = z.object({
  name: plainText(100).meta({ examples: ['Robin Weber'] }),
  line1: plainText(100).meta({ examples: ['Seestraße 12'] }),
  line2: plainText(100).optional(),
  city: plainText(100).meta({ examples: ['Konstanz'] }),
  postalCode: plainText(20).meta({ examples: ['78464'] }),
  region: plainText(100).optional(),
  country: CountryCode,
});
export type Address = z.infer<typeof Address>;

/** A postal address in a request body: unknown fields are rejected. */
export const AddressBody = z.strictObject(Address.shape);
