import { isUnfinished, type Order } from 'order/simulation';
import type { Check } from './check.ts';
import { groupedBy } from './grouped.ts';

/** Decisions recorded on an order before its last write. */
const earlierOf = (saved: readonly Order[], { orderId }: Order): readonly Order[] =>
  groupedBy(saved, (order) => order.orderId, orderId).slice(0, -1);

const NONE: ReadonlySet<string> = new Set();

/** An accepted decision of a shopper or an operator takes effect. */
const peopleCanRelyOnAnswers: Check = ({ accepted }, orders) => {
  for (const [orderId, order] of orders) {
    const decisions = accepted.get(orderId) ?? NONE;
    if (decisions.has('approve') && decisions.has('reject')) return `${orderId} was both approved and rejected`;
    if (order.status !== 'CONFIRMED') continue;
    if (decisions.has('cancel') && !isUnfinished(order))
      return `${orderId} is confirmed, although its cancellation was accepted`;
    if (decisions.has('reject')) return `${orderId} is confirmed, though an operator rejected it`;
  }
  return undefined;
};

/** A recorded decision never changes: the first one counts. */
const decisionsStay: Check = ({ order: { saved } }) => {
  const last = saved.at(-1);
  const before = last && earlierOf(saved, last).at(-1);
  if (!last || !before) return undefined;
  for (const what of ['review', 'authentication', 'cancellation', 'compensation'] as const) {
    const [was, is] = [before.decisions[what], last.decisions[what]];
    if (was !== undefined && was !== is) return `${last.orderId} had the ${what} ${was}, and now has ${is ?? 'none'}`;
  }
  return undefined;
};

/**
 * An order that was cancelled by its shopper, rejected, or whose compensation started is never confirmed afterwards.
 */
const noneIsConfirmedAgainstADecision: Check = ({ order: { saved } }) => {
  const last = saved.at(-1);
  if (last?.status !== 'CONFIRMED' || earlierOf(saved, last).at(-1)?.status === 'CONFIRMED') return undefined;
  for (const { decisions } of [...earlierOf(saved, last), last]) {
    if (decisions.cancellation) return `${last.orderId} is confirmed, though its shopper cancelled it`;
    if (decisions.review === 'reject') return `${last.orderId} is confirmed, though it was rejected`;
    if (decisions.compensation)
      return `${last.orderId} is confirmed, though its undoing began: ${decisions.compensation}`;
  }
  return undefined;
};

/** An order ends for the reason with which its compensation started. It times out only without a decision in time. */
const reasonsAreTrue: Check = ({ order: { saved } }) => {
  const last = saved.at(-1);
  if (!last) return undefined;
  const { orderId } = last;
  const earlier = earlierOf(saved, last);
  if (last.status === 'CANCELLED') {
    const { compensation } = last.decisions;
    return compensation === last.reason
      ? undefined
      : `${orderId} ends as ${last.reason}, and was undone for ${compensation}`;
  }
  const before = earlier.at(-1);
  const { compensation } = last.decisions;
  if (!before || before.decisions.compensation || !compensation) return undefined;
  const recorded = (is: (decisions: Order['decisions']) => boolean) => earlier.some((each) => is(each.decisions));
  const isUntrue = {
    review_timeout: recorded(({ review, cancellation }) => review !== undefined || cancellation !== undefined),
    payment_timeout: recorded(
      ({ authentication, cancellation }) => authentication !== undefined || cancellation !== undefined,
    ),
    review_rejected: !recorded(({ review }) => review === 'reject'),
    customer_request: !recorded(({ cancellation, recall }) => cancellation !== undefined || recall === 'requested'),
    out_of_stock: false,
    payment_declined: false,
    shipping_unavailable: false,
    internal_error: false,
  }[compensation];
  return isUntrue ? `${orderId} is undone for ${compensation}, and that isn't so` : undefined;
};

/** Invariants of decisions, checked after each step. */
export const DECISIONS_HOLD: readonly Check[] = [
  peopleCanRelyOnAnswers,
  decisionsStay,
  noneIsConfirmedAgainstADecision,
  reasonsAreTrue,
];
