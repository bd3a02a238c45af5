import { OrderId, RequestReturn } from '@waypost/contracts';
import { httpFunction, logger, ProblemError } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { requestReturn } from '../../app/return/request-return.ts';
import type { ReturnRefusal } from '../../domain/return/decide-return.ts';

const REFUSED: Readonly<Record<Exclude<ReturnRefusal, 'other_request'>, string>> = {
  not_delivered: 'It can be sent back once all of it is delivered.',
  too_late: 'It could be sent back within 30 days of its delivery.',
  not_bought: 'Something in it was not bought with this order.',
  more_than_bought: 'That is more than is left of what was bought.',
  returned_already: 'Something in it was sent back already.',
};

export const handler = httpFunction(RequestReturn, async (request, context) => {
  const { parameters, shopperId, idempotencyKey, body } = request;
  const orderId = OrderId.safeParse(parameters.id).data;
  const ports = { orders: orderTable(context), now: context.now };
  const asked = orderId
    ? await requestReturn(ports, { orderId, shopperId, idempotencyKey, lines: body.lines })
    : 'unknown_order';
  if (asked === 'unknown_order' || !orderId) throw new ProblemError('not-found', `You have no order ${parameters.id}.`);
  if (asked === 'other_request') throw new ProblemError('idempotency-key-reused', 'Send a new key with a new return.');
  if (typeof asked === 'string') throw new ProblemError('conflict', REFUSED[asked]);
  const { returnId, refund } = asked;
  logger.info('return requested', { orderId, returnId });
  return { body: { orderId, returnId, refund, links: { self: `/orders/${orderId}` } } };
});
