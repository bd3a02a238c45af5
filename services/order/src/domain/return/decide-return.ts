import type { Money, OrderLine, PricedLine, ReturnId, ReturnSettlement, ReturnStatus } from '@waypost/contracts';
import { HAPPENED, happens, type OrderDecision, rejected } from '../order/decide.ts';
import { type ConfirmedOrder, isConfirmed, type Order } from '../order/order.ts';
import { isBehind, pricedLines, quantitiesIn, type Return, returnableUntil } from './return.ts';

/** `other_request`: something else was asked for under the same key. */
export type ReturnRejection =
  'not_delivered' | 'too_late' | 'not_bought' | 'more_than_bought' | 'returned_already' | 'other_request';

/** A shopper requests the return of some or all delivered items. */
export function decideReturn(
  order: Order,
  { at, returnId, lines }: { readonly at: string; readonly returnId: ReturnId; readonly lines: readonly OrderLine[] },
): OrderDecision<ReturnRejection> {
  const known = order.returns?.find((each) => each.returnId === returnId);
  if (known) return isSame(known.lines, lines) ? HAPPENED : rejected('other_request');
  if (!isConfirmed(order)) return rejected('not_delivered');
  const rejection = rejectionOf(order, { at, lines });
  if (rejection) return rejected(rejection);

  const { warehouse } = order.shipments[0] ?? { warehouse: 'north' };
  const requested: Return = {
    returnId,
    status: 'REQUESTED',
    lines: [...lines],
    refund: priceOf(pricedLines(order, lines)),
    history: [{ status: 'REQUESTED', at }],
    warehouse,
  };
  return happens({ type: 'return_requested', at, requested });
}

/** Why these lines can't come back, if they can't. */
function rejectionOf(
  order: ConfirmedOrder,
  { at, lines }: { readonly at: string; readonly lines: readonly OrderLine[] },
): ReturnRejection | undefined {
  const until = returnableUntil(order);
  if (until === undefined) return 'not_delivered';
  if (at > until) return 'too_late';
  const sent = quantitiesIn(order.returns ?? []);
  const left = new Map(order.lines.map(({ sku, quantity }) => [sku, quantity - (sent.get(sku) ?? 0)]));
  if (lines.some(({ sku }) => !left.has(sku))) return 'not_bought';
  if (lines.some(({ sku }) => left.get(sku) === 0)) return 'returned_already';
  return lines.some(({ sku, quantity }) => quantity > (left.get(sku) ?? 0)) ? 'more_than_bought' : undefined;
}

/** Status of a return as shipping or payment reports it. */
export interface ReturnReport {
  readonly at: string;
  readonly returnId: ReturnId;
  readonly status: ReturnStatus;
  readonly since: string;
  /** Amount, with `REFUNDED`. */
  readonly refunded?: Money;
}

/** Records a report once. A problem that is reported after the return got further changes nothing. */
export function decideReturnReported(order: Order, report: ReturnReport): OrderDecision<'unknown_return'> {
  const known = order.returns?.find((each) => each.returnId === report.returnId);
  if (!known) return rejected('unknown_return');
  const isLateProblem =
    (report.status === 'LOST' || report.status === 'REFUND_FAILED') && isBehind(known, report.status);
  return isLateProblem || known.history.some(({ status }) => status === report.status)
    ? HAPPENED
    : happens({ type: 'return_reported', ...report });
}

export type SettlementRejection = 'unknown_return' | 'refunded' | 'closed' | 'refund_in_progress';

/** An operator settles a return that can't be completed: its refund is requested, again if necessary, or it is closed. */
export function decideSettlement(
  order: Order,
  {
    at,
    returnId,
    settlement,
  }: { readonly at: string; readonly returnId: string; readonly settlement: ReturnSettlement },
): OrderDecision<SettlementRejection> {
  const known = order.returns?.find((each) => each.returnId === returnId);
  switch (known?.status) {
    case undefined:
      return rejected('unknown_return');
    case 'REFUNDED':
      return rejected('refunded');
    case 'CLOSED':
      return settlement === 'close' ? HAPPENED : rejected('closed');
    case 'RECEIVED':
      return rejected('refund_in_progress');
    case 'REQUESTED':
    case 'LOST':
    case 'REFUND_FAILED':
      return happens({ type: 'return_settled', at, returnId, settlement });
  }
}

const priceOf = (lines: readonly PricedLine[]): Return['refund'] => ({
  amount: lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount, 0),
  currency: 'EUR',
});

function isSame(one: readonly OrderLine[], other: readonly OrderLine[]): boolean {
  const bySku = new Map(one.map(({ sku, quantity }) => [sku, quantity]));
  return one.length === other.length && other.every(({ sku, quantity }) => bySku.get(sku) === quantity);
}
