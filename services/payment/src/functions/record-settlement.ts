import { PaymentProviderReported } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { paymentTable } from '../adapters/payment-table.ts';
import { recordSettlement } from '../app/record-settlement.ts';

export const handler = eventFunction([PaymentProviderReported], async ({ data }, context) => {
  const { orderId, paymentIntentId, change } = data;
  if (change !== 'captured') return;
  const ports = { payments: paymentTable(context), now: context.now };
  logger.info('settlement', { orderId, outcome: await recordSettlement(ports, orderId, paymentIntentId) });
});
