import { faultTable } from '../../adapters/fault-table.ts';
import { paymentRecords } from '../../adapters/payment-records.ts';
import { answerOnce } from '../../app/answer-once.ts';
import { captureIntent, orMissing } from '../../domain/payments/settle-intent.ts';
import { CaptureParameters } from '../../stripe-protocol/parameters.ts';
import { providerFunction } from '../../stripe-protocol/provider-function.ts';

export const handler = providerFunction(
  'capturePaymentIntent',
  CaptureParameters,
  (request, context) => {
    const { id, parameters } = request;
    return answerOnce({ records: paymentRecords(), ...context }, { ...request, intentId: id }, (found) =>
      orMissing(found, id, (intent) => captureIntent(intent, parameters.amount_to_capture)),
    );
  },
  { faults: faultTable('payment') },
);
