import { PaymentProviderReported } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { paymentTable } from '../adapters/payment-table.ts';
import { recordSettlement } from '../app/record-settlement.ts';
import { recordRefunded } from '../domain/refund.ts';
import { recordSettlement as recordSettled } from '../domain/settle.ts';

export const handler = eventFunction([PaymentProviderReported], async ({ data }, context) => {
  const { payableId, paymentIntentId: intentId, change, amountRefunded } = data;
  const { now } = context;
  const outcome = await recordSettlement({ payments: paymentTable(context) }, payableId, (record) => {
    if (change === 'captured') return recordSettled(record, intentId, now);
    return amountRefunded === undefined ? undefined : recordRefunded(record, { intentId, amountRefunded }, now);
  });
  logger.info('settlement', { payableId, change, outcome });
});
