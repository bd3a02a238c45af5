import { GetPaymentRecords } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { paymentRecords } from '../../adapters/payment-records.ts';
import { bookOf } from '../../stripe-protocol/objects.ts';

export const handler = httpFunction(GetPaymentRecords, async ({ query: { orderId, bookingId } }) => {
  const intents = await paymentRecords().intents(orderId ?? bookingId);
  return { body: { items: intents.map(bookOf) } };
});
