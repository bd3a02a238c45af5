import { faultTable } from '../../adapters/fault-table.ts';
import { paymentRecords } from '../../adapters/payment-records.ts';
import { answerOnce } from '../../app/answer-once.ts';
import { orMissing, refundIntent } from '../../domain/payments/settle-intent.ts';
import { RefundParameters } from '../../stripe-protocol/parameters.ts';
import { providerFunction } from '../../stripe-protocol/provider-function.ts';

export const handler = providerFunction(
  'createRefund',
  RefundParameters,
  (request, context) => {
    const { payment_intent: id, amount, metadata } = request.parameters;
    const refund = { id: context.newId('re_'), amount, metadata };
    return answerOnce({ records: paymentRecords(), ...context }, { ...request, intentId: id }, (found) =>
      orMissing(found, id, (intent) => refundIntent(intent, refund, context.now)),
    );
  },
  { faults: faultTable('payment') },
);
