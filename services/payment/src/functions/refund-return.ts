import { OrderReturnReceived, OrderReturnRefundRequested } from '@waypost/contracts';
import { logger, PermanentError, queueFunction } from '@waypost/service-kit';
import { refundReturn } from '../app/refund-return.ts';
import { deps } from '../deps.ts';

export const handler = queueFunction([OrderReturnReceived, OrderReturnRefundRequested], async ({ data }, context) => {
  const { orderId, returnId, refund: amount } = data;
  const outcome = await refundReturn(deps(context), { orderId, returnId, amount });
  if (outcome === 'not_charged') throw new PermanentError(`${returnId} can't be refunded: ${outcome}`);
  logger.info('refund', { orderId, returnId, outcome });
});
