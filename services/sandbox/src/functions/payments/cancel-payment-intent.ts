import { faultTable } from '../../adapters/fault-table.ts';
import { paymentRecords } from '../../adapters/payment-records.ts';
import { answerOnce } from '../../app/answer-once.ts';
import { cancelIntent, orMissing } from '../../domain/payments/settle-intent.ts';
import { CancelParameters } from '../../stripe-protocol/parameters.ts';
import { providerFunction } from '../../stripe-protocol/provider-function.ts';

export const handler = providerFunction(
  'cancelPaymentIntent',
  CancelParameters,
  (request, context) => {
    const { id, parameters } = request;
    return answerOnce({ records: paymentRecords(), ...context }, { ...request, intentId: id }, (found) =>
      orMissing(found, id, (intent) => cancelIntent(intent, parameters.cancellation_reason ?? null, context.now)),
    );
  },
  { faults: faultTable('payment') },
);
