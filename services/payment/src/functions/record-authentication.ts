import { PaymentProviderReported } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { paymentTable } from '../adapters/payment-table.ts';
import { recordAuthentication } from '../app/record-authentication.ts';

export const handler = eventFunction([PaymentProviderReported], async ({ data }, context) => {
  const { payableId, paymentIntentId: intentId, change, code } = data;
  if (change !== 'authorized' && change !== 'failed') return;
  const authentication = { intentId, outcome: change === 'authorized' ? change : 'declined', code } as const;
  const ports = { payments: paymentTable(context), now: context.now };
  logger.info('authentication', { payableId, outcome: await recordAuthentication(ports, payableId, authentication) });
});
