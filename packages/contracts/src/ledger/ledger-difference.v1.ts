import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { Currency } from '../shared/money.ts';

const sums = z.object({
  paymentIntentId: PaymentIntentId,
  currency: Currency,
  /** Net amount of the payment in the ledger, in minor units. */
  booked: z.int().meta({ examples: [24900] }),
  /** Net amount at the provider, in minor units. */
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
