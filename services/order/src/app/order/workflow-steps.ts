import type { CommandRequest, CommandResult, Money } from '@waypost/contracts';
import type { AssessRisk, BeginCompensation, CancelOrder, CheckOrder, ConfirmOrder } from '../../commands.ts';
import { assessRisk as risk } from '../../domain/order/assess-risk.ts';
import { decideCancel, decideConfirm, decideCompensation, mayProceed } from '../../domain/order/decide.ts';
import type { Orders } from '../../ports.ts';
import { changeOrder } from './change-order.ts';

// Steps of the order workflow that concern the order itself. Each is safe to repeat and rejects older attempts.

interface Ports {
  readonly orders: Pick<Orders, 'get' | 'save'>;
  readonly now: string;
}

type Requested<Command> = (ports: Ports, request: CommandRequest<Command>) => Promise<CommandResult<Command>>;

/** Decides whether an operator has to review the order. */
export function assessRisk(
  order: CommandRequest<typeof AssessRisk>,
  threshold: Money,
): CommandResult<typeof AssessRisk> {
  const assessed = risk(order, threshold);
  return assessed.outcome === 'low' ? assessed : { outcome: 'review', reason: [...assessed.reason] };
}

/** Checks that the order is neither decided nor about to be compensated. */
export const checkOrder: Requested<typeof CheckOrder> = async ({ orders }, { orderId, attempt }) => {
  const order = await orders.get(orderId);
  const answer = order ? mayProceed(order, attempt) : 'unknown_order';
  return answer === 'go_on' ? { outcome: 'go_on' } : { outcome: 'rejected', reason: answer };
};

/** Confirms an order whose payment is captured, unless its cancellation was requested. */
export const confirmOrder: Requested<typeof ConfirmOrder> = async ({ orders, now: at }, { orderId, ...request }) => {
  const changed = await changeOrder(orders, orderId, (order) => decideConfirm(order, { ...request, at }));
  return changed.outcome === 'happened' ? { outcome: 'confirmed' } : { outcome: 'rejected', reason: changed.reason };
};

/** From here on nothing is done for the order any more, only undone. */
export const beginCompensation: Requested<typeof BeginCompensation> = async (
  { orders, now: at },
  { orderId, ...request },
) => {
  const changed = await changeOrder(orders, orderId, (order) => decideCompensation(order, { ...request, at }));
  if (changed.outcome === 'rejected') return { outcome: 'rejected', reason: changed.reason };
  return { outcome: 'compensating', reason: changed.order.decisions.compensation ?? request.reason };
};

/** All is undone: the order ends without goods. */
export const cancelOrder: Requested<typeof CancelOrder> = async ({ orders, now: at }, { orderId, ...request }) => {
  const changed = await changeOrder(orders, orderId, (order) => decideCancel(order, { ...request, at }));
  return changed.outcome === 'happened' ? { outcome: 'cancelled' } : { outcome: 'rejected', reason: changed.reason };
};
