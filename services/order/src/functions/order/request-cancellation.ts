import { OrderId, RequestCancellation } from '@waypost/contracts';
import { httpFunction, logger, ProblemError } from '@waypost/service-kit';
import { requestCancellation } from '../../app/order/request-cancellation.ts';
import { recallDeps } from '../../redrive-deps.ts';

export const handler = httpFunction(RequestCancellation, async ({ parameters: { id }, shopperId }, context) => {
  const orderId = OrderId.safeParse(id).data;
  const asked = orderId && (await requestCancellation(recallDeps(context), { orderId, shopperId, at: context.now }));
  if (asked?.outcome === 'left') throw new ProblemError('conflict', 'A parcel of the order was dispatched already.');
  if (asked?.outcome !== 'requested') throw new ProblemError('not-found', `The order ${id} doesn't exist.`);
  const { status } = asked.order;
  logger.info('cancellation requested', { orderId: asked.order.orderId });
  return { body: { orderId: asked.order.orderId, status, links: { self: `/orders/${asked.order.orderId}` } } };
});
