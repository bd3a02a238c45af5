import { isOrderId, PaymentAuthenticated } from '@waypost/contracts';
import { eventFunction, logger, PermanentError } from '@waypost/service-kit';
import { recordDecision } from '../../app/order/record-decision.ts';
import { deps } from '../../deps.ts';
import { decideAuthentication } from '../../domain/order/decisions.ts';

export const handler = eventFunction(
  [PaymentAuthenticated],
  async ({ data: { payableId: orderId, outcome } }, context) => {
    if (!isOrderId(orderId)) return;
    const authentication = { at: context.now, outcome };
    const changed = await recordDecision(deps(context), orderId, (order) =>
      decideAuthentication(order, authentication),
    );
    if (changed.outcome === 'rejected') throw new PermanentError(`There is no order ${orderId}`);
    logger.info('authentication', { orderId, outcome });
  },
);
