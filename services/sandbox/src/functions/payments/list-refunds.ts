import { paymentRecords } from '../../adapters/payment-records.ts';
import { refundObject } from '../../stripe-protocol/objects.ts';
import { ListRefundsParameters } from '../../stripe-protocol/parameters.ts';
import { providerFunction } from '../../stripe-protocol/provider-function.ts';

export const handler = providerFunction(
  'listRefunds',
  ListRefundsParameters,
  async ({ parameters: { payment_intent: id, limit } }) => {
    const intent = (await paymentRecords().intentOf(id))?.intent;
    const refunds = intent ? intent.refunds.toReversed().map((refund) => refundObject(intent, refund)) : [];
    const body = {
      object: 'list',
      url: '/v1/refunds',
      has_more: refunds.length > limit,
      data: refunds.slice(0, limit),
    };
    return { status: 200, body: JSON.stringify(body), replayed: false };
  },
  {},
);
