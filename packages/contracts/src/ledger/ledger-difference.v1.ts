import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { Currency } from '../shared/money.ts';

const sums = z.object({
  paymentIntentId: PaymentIntentId,
  currency: Currency,
  /** What the books say that the provider has of it, in minor units. */
  booked: z.int().meta({ examples: [24900] }),
  /** What the provider says. */
  provided: z.int().meta({ examples: [0] }),
});

/** The ledger and the payment provider disagree on a payment after the grace period. */
export const LedgerDifferenceFound = defineEvent({
  owner: 'ledger',
  name: 'LedgerDifferenceFound',
  version: 1,
  schema: sums,
});

/** A difference between the ledger and the payment provider is resolved. */
export const LedgerDifferenceResolved = defineEvent({
  owner: 'ledger',
  name: 'LedgerDifferenceResolved',
  version: 1,
  schema: sums,
});
