import { OrderId, RequestReturn } from '@waypost/contracts';
import { httpFunction, logger, ProblemError } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { requestReturn } from '../../app/return/request-return.ts';
import type { ReturnRejection } from '../../domain/return/decide-return.ts';

const REFUSED: Readonly<Record<Exclude<ReturnRejection, 'other_request'>, string>> = {
  not_delivered: 'Items can be returned once every parcel of the order is delivered.',
  too_late: 'Items can be returned within 30 days of delivery.',
  not_bought: "The order doesn't contain every item of the return.",
  more_than_bought: 'The quantity exceeds the returnable quantity.',
  returned_already: 'An item was returned already.',
};

export const handler = httpFunction(RequestReturn, async (request, context) => {
  const { parameters, shopperId, idempotencyKey, body } = request;
  const orderId = OrderId.safeParse(parameters.id).data;
  const ports = { orders: orderTable(context), now: context.now };
  const asked = orderId
    ? await requestReturn(ports, { orderId, shopperId, idempotencyKey, lines: body.lines })
    : 'unknown_order';
  if (asked === 'unknown_order' || !orderId)
    throw new ProblemError('not-found', `The order ${parameters.id} doesn't exist.`);
  if (asked === 'other_request')
    throw new ProblemError('idempotency-key-reused', 'Use a new Idempotency-Key for a different return.');
  if (typeof asked === 'string') throw new ProblemError('conflict', REFUSED[asked]);
  const { returnId, refund } = asked;
  logger.info('return requested', { orderId, returnId });
  return { body: { orderId, returnId, refund, links: { self: `/orders/${orderId}` } } };
});
