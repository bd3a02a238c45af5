import { GetPayment } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { paymentTable } from '../adapters/payment-table.ts';
import { getPayment } from '../app/get-payment.ts';

export const handler = httpFunction(GetPayment, async ({ shopperId, parameters: { id } }, context) => ({
  body: await getPayment({ payments: paymentTable(context) }, shopperId, id),
}));
