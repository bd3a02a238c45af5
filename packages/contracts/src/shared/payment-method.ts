import * as z from 'zod';

/** The provider's id of a payment method, e.g. `pm_card_visa`. An unknown one is declined by the provider. */
export const PaymentMethod = z
  .string()
  .max(100)
  .regex(/^pm_[A-Za-z0-9_]+$/, 'must be pm_ followed by letters, digits and underscores')
  .meta({ examples: ['pm_card_visa'] });
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** The provider's decline code, e.g. `insufficient_funds`. */
export const DeclineCode = z.string().meta({ examples: ['card_declined'] });
