import { OrderId, ReviewOrder } from '@waypost/contracts';
import { httpFunction, logger, ProblemError } from '@waypost/service-kit';
import { recordDecision } from '../../app/order/record-decision.ts';
import { deps } from '../../deps.ts';
import { decideReview, type ReviewRejection } from '../../domain/order/decisions.ts';

const REFUSED: Readonly<Record<ReviewRejection, string>> = {
  decided_otherwise: 'A different decision was recorded already. The first decision counts.',
  confirmed: 'The order is confirmed already.',
  cancelled: 'The order is cancelled, or its cancellation is in progress.',
  not_in_review: 'The order is not in review.',
};

export const handler = httpFunction(ReviewOrder, async ({ parameters: { id }, body: { decision } }, context) => {
  const orderId = OrderId.safeParse(id).data;
  if (!orderId) throw new ProblemError('not-found', `The order ${id} doesn't exist.`);
  const changed = await recordDecision(deps(context), orderId, (order) =>
    decideReview(order, { at: context.now, decision }),
  );
  if (changed.outcome === 'happened') {
    logger.info('review', { orderId, decision });
    return { body: { orderId, status: changed.order.status, decision, links: { self: `/orders/${orderId}` } } };
  }
  if (changed.reason === 'unknown_order') throw new ProblemError('not-found', `The order ${id} doesn't exist.`);
  throw new ProblemError('conflict', REFUSED[changed.reason]);
});
