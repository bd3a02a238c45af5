import {
  type DomainEvent,
  type Money,
  type OrderId,
  PaymentRefunded,
  type ReturnId,
  ReturnRefundFailed,
} from '@waypost/contracts';
import {
  type Alive,
  amountLeft,
  type Outcome,
  type Payment,
  type PaymentRecord,
  type Refund,
  type Step,
  sumOf,
  withStatus,
} from './payment.ts';

/** Refund of one return of an order. */
export interface RefundRequest {
  readonly orderId: OrderId;
  readonly returnId: ReturnId;
  /** Price of the returned items. Less is refunded if part of the payment was refunded at the provider. */
  readonly amount: Money;
}

/** `nothing_left`: the whole payment was refunded before. */
export type RefundResult = 'accepted' | 'accepted_before' | 'nothing_left' | 'failed' | RefundRejection;
export type RefundRejection = 'not_charged';

/** A refund at the provider. One without a return was made by an operator in the provider's dashboard. */
export interface ProviderRefund {
  readonly returnId?: string;
  /** In minor units. */
  readonly amount: number;
}

type Captured = Extract<Payment, { status: 'captured' }>;

/** A record of a captured payment. */
export type Refundable = Omit<Alive, 'payment'> & { readonly payment: Captured };

/**
 * Decides whether to request a refund. It never exceeds the amount that is left of the payment. A request without an answer is
 * repeated: with the same idempotency key, the provider returns the same answer.
 */
export function beginRefund(
  record: PaymentRecord | undefined,
  { orderId, returnId, amount }: RefundRequest,
): Step<RefundResult, Refundable> {
  if (record?.reversal !== 'none') return { do: 'answer', result: 'not_charged' };
  const { payment, refunds = [] } = record;
  const known = refunds.find((refund) => refund.returnId === returnId);
  if (known?.status === 'accepted' || known?.status === 'refunded') return { do: 'answer', result: 'accepted_before' };
  if (payment.status !== 'captured' && payment.status !== 'refunded') return { do: 'answer', result: 'not_charged' };
  if (known?.status === 'requested' && payment.status === 'captured')
    return { do: 'call', record: { ...record, payment }, writeFirst: false };

  const others = refunds.filter((refund) => refund.returnId !== returnId);
  const refundable = Math.min(amount.amount, amountLeft({ ...record, refunds: others }));
  const attempt = (known?.attempt ?? 0) + 1;
  const requested: Refund = { returnId, amount: { ...amount, amount: refundable }, status: 'requested', attempt };
  if (payment.status === 'captured' && refundable > 0)
    return { do: 'call', record: { ...record, refunds: [...others, requested], payment }, writeFirst: true };
  const write = { ...record, refunds: [...others, { ...requested, status: 'refunded' as const }] };
  const data = { payableId: orderId, returnId, paymentIntentId: payment.intentId, amount: requested.amount };
  return { do: 'answer', result: 'nothing_left', write, events: [PaymentRefunded.build(orderId, data)] };
}

/** Records that the provider accepted the refund of a return. */
export function recordRefund(record: Refundable, returnId: ReturnId, now: string): Outcome<RefundResult, DomainEvent> {
  const refunds = record.refunds?.map((refund): Refund =>
    refund.returnId === returnId ? { ...refund, status: 'accepted' } : refund,
  );
  return { result: 'accepted', ...withReports({ ...record, ...(refunds && { refunds }) }, now) };
}

/** Records that the provider rejects the refund of a return for good, so that an operator has to settle the return. */
export function recordFailedRefund(
  record: Refundable,
  { orderId, returnId, amount }: RefundRequest,
  reason: string,
): Outcome<RefundResult, DomainEvent> {
  const refunds = record.refunds?.map((refund): Refund =>
    refund.returnId === returnId ? { ...refund, status: 'failed' } : refund,
  );
  return {
    result: 'failed',
    record: { ...record, ...(refunds && { refunds }) },
    events: [ReturnRefundFailed.build(orderId, { orderId, returnId, amount, reason })],
  };
}

/**
 * Corrects the record after the provider rejected a refund as too large: by the provider's own refunds of the payment, either this one
 * was accepted before, or the next request is for less.
 */
export function recordProviderRefunds(
  record: Refundable,
  returnId: ReturnId,
  made: readonly ProviderRefund[],
  now: string,
): Omit<Outcome<never, DomainEvent>, 'result'> {
  const amountRefunded = Math.max(
    record.amountRefunded ?? 0,
    made.reduce((sum, { amount }) => sum + amount, 0),
  );
  const isMade = made.some((refund) => refund.returnId === returnId);
  const others = record.refunds?.filter((refund) => refund.returnId !== returnId) ?? [];
  const own = record.refunds?.filter((refund) => refund.returnId === returnId) ?? [];
  const refunds = isMade ? [...others, ...own.map((refund): Refund => ({ ...refund, status: 'accepted' }))] : others;
  return withReports({ ...record, refunds, amountRefunded }, now);
}

/**
 * Records the amount that the provider reports as refunded, by the shop or by an operator. Returns undefined for a
 * report that is older than the record. A report may arrive before the response to the request that caused it.
 */
export function recordRefunded(
  record: PaymentRecord | undefined,
  { intentId, amountRefunded }: { readonly intentId: string; readonly amountRefunded: number },
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } | undefined {
  if (record?.reversal !== 'none' || amountRefunded <= (record.amountRefunded ?? 0)) return undefined;
  const { payment } = record;
  if (payment.status !== 'captured' || payment.intentId !== intentId) return undefined;
  return withReports({ ...record, payment, amountRefunded }, now);
}

/**
 * Allocates the reported amount: first to the accepted refunds of returns, oldest first; the rest was refunded at the provider by an
 * operator. Refunds without an answer may be part of the report, so their amount is not allocated yet.
 */
function withReports(
  record: Refundable,
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } {
  const { payableId, payment, refunds = [], amountRefunded = 0 } = record;
  let unallocated = amountRefunded - sumOf(refunds.filter(({ status }) => status === 'refunded'));
  const own = refunds.map((refund): Refund => {
    if (refund.status !== 'accepted' || refund.amount.amount > unallocated) return refund;
    unallocated -= refund.amount.amount;
    return { ...refund, status: 'refunded' };
  });
  const unanswered = sumOf(own.filter(({ status }) => status === 'requested' || status === 'accepted'));
  const atProvider = unallocated - unanswered;
  const next: readonly Refund[] =
    atProvider > 0 ? [...own, { amount: { ...payment.amount, amount: atProvider }, status: 'refunded' }] : own;
  const events = next
    .filter(({ status }, index) => status === 'refunded' && refunds[index]?.status !== 'refunded')
    .map(({ returnId, amount }) =>
      PaymentRefunded.build(payableId, {
        payableId,
        ...(returnId && { returnId }),
        paymentIntentId: payment.intentId,
        amount,
      }),
    );
  const isAll = sumOf(next.filter(({ status }) => status === 'refunded')) >= payment.amount.amount;
  const history = isAll ? withStatus(payment.history, 'refunded', now) : payment.history;
  return {
    record: { ...record, refunds: next, payment: isAll ? { ...payment, status: 'refunded', history } : payment },
    events,
  };
}
