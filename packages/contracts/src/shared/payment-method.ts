import * as z from 'zod';

/** The provider's id of a payment method, e.g. `pm_card_visa`. One that the provider doesn't know is declined, not refused here. */
export const PaymentMethod = z
  .string()
  .max(100)
  .regex(/^pm_[A-Za-z0-9_]+$/, 'a payment method begins with pm_')
  .meta({ examples: ['pm_card_visa'] });
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** The provider's own word for why it declined, e.g. `insufficient_funds`. */
export const DeclineCode = z.string().meta({ examples: ['card_declined'] });
