import { faultTable } from '../../adapters/fault-table.ts';
import { paymentRecords } from '../../adapters/payment-records.ts';
import { orMissing } from '../../domain/payments/settle-intent.ts';
import { answerOf } from '../../stripe-protocol/objects.ts';
import { NoParameters } from '../../stripe-protocol/parameters.ts';
import { providerFunction } from '../../stripe-protocol/provider-function.ts';

export const handler = providerFunction(
  'retrievePaymentIntent',
  NoParameters,
  async ({ id }) => {
    const found = await paymentRecords().intentOf(id);
    const decision = orMissing(found?.intent, id, (intent) => ({ outcome: 'done', intent }));
    return { ...answerOf(decision), replayed: false };
  },
  { faults: faultTable('payment') },
);
