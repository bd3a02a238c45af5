import { OrderId, SettleReturn } from '@waypost/contracts';
import { httpFunction, logger, ProblemError } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { changeOrder } from '../../app/order/change-order.ts';
import { decideSettlement, type SettlementRejection } from '../../domain/return/decide-return.ts';

const REFUSED: Readonly<Record<Exclude<SettlementRejection, 'unknown_return'>, string>> = {
  refunded: 'The return is refunded already.',
  closed: 'The return is closed already.',
  refund_in_progress: 'The return was received and its refund is in progress.',
};

export const handler = httpFunction(
  SettleReturn,
  async ({ parameters, body: { settlement } }, { now: at, ...context }) => {
    const { id, returnId } = parameters;
    const orderId = OrderId.safeParse(id).data;
    const orders = orderTable({ now: at, ...context });
    const changed = orderId
      ? await changeOrder(orders, orderId, (order) => decideSettlement(order, { at, returnId, settlement }))
      : ({ outcome: 'rejected', reason: 'unknown_order' } as const);
    if (changed.outcome === 'rejected') {
      if (changed.reason === 'unknown_order') throw new ProblemError('not-found', `The order ${id} doesn't exist.`);
      if (changed.reason === 'unknown_return')
        throw new ProblemError('not-found', `The return ${returnId} doesn't exist.`);
      throw new ProblemError('conflict', REFUSED[changed.reason]);
    }
    const settled = changed.order.returns?.find((each) => each.returnId === returnId);
    if (!settled) throw new Error(`${returnId} was settled, and is not there`);
    logger.info('return settled', { orderId, returnId, settlement });
    return { body: { orderId: changed.order.orderId, returnId: settled.returnId, status: settled.status, settlement } };
  },
);
