import { type DomainEvent, type Money, OrderId, PaymentRefunded, type ReturnId } from '@waypost/contracts';
import {
  type Alive,
  type Outcome,
  type Payment,
  type PaymentRecord,
  type Refund,
  type Step,
  withStatus,
} from './payment.ts';

/** What is to be given back for one return of an order. */
export interface RefundRequest {
  readonly orderId: OrderId;
  readonly returnId: ReturnId;
  readonly amount: Money;
}

export type RefundResult = 'given' | 'given_before' | RefundRefusal;
/** `too_much`: more than was taken and not given back yet. */
export type RefundRefusal = 'not_charged' | 'too_much';

type Captured = Extract<Payment, { status: 'captured' }>;

/** A record whose money is taken, and of which something is to be given back. */
export type Refundable = Omit<Alive, 'payment'> & { readonly payment: Captured };

/** Whether to ask the provider. One that was asked and never answered is asked again: the same key gives the same answer. */
export function beginRefund(
  record: PaymentRecord | undefined,
  { returnId, amount }: RefundRequest,
): Step<RefundResult, Refundable> {
  if (record?.undo !== 'none') return { do: 'answer', result: 'not_charged' };
  const { payment, refunds = [], ...rest } = record;
  const known = refunds.find((refund) => refund.returnId === returnId);
  if (known && known.status !== 'asked') return { do: 'answer', result: 'given_before' };
  if (payment.status !== 'captured') return { do: 'answer', result: 'not_charged' };
  if (known) return { do: 'ask', record: { ...rest, refunds, payment }, writeFirst: false };
  if (sumOf(refunds) + amount.amount > payment.amount.amount) return { do: 'answer', result: 'too_much' };
  const asked: Refund = { returnId, amount, status: 'asked' };
  return { do: 'ask', record: { ...rest, refunds: [...refunds, asked], payment }, writeFirst: true };
}

/** The record after the provider answered that it gives the money back. What it told before that counts from now on. */
export function recordRefund(record: Refundable, returnId: ReturnId, now: string): Outcome<RefundResult, DomainEvent> {
  const others = record.refunds?.filter((refund) => refund.returnId !== returnId) ?? [];
  const given = record.refunds?.filter((refund) => refund.returnId === returnId) ?? [];
  const refunds = [...others, ...given.map((refund): Refund => ({ ...refund, status: 'given' }))];
  return { result: 'given', ...settled({ ...record, refunds }, now) };
}

/**
 * The record after the provider told how much of a charge was given back so far, and the events of what the shopper has
 * since; none where more was told before. It may come before the answer to the request that caused it.
 */
export function recordRefunded(
  record: PaymentRecord | undefined,
  { intentId, amountRefunded }: { readonly intentId: string; readonly amountRefunded: number },
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } | undefined {
  if (record?.undo !== 'none' || amountRefunded <= (record.amountRefunded ?? 0)) return undefined;
  const { payment } = record;
  if (payment.status !== 'captured' || payment.intentId !== intentId) return undefined;
  return settled({ ...record, payment, amountRefunded }, now);
}

/** What was given is refunded as far as the sum that was told goes, the earliest first; with the last of the money the payment is. */
function settled(
  record: Refundable,
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } {
  const { payment, refunds = [], amountRefunded = 0 } = record;
  let told = amountRefunded;
  const next = refunds.map((refund): Refund => {
    if (refund.status === 'asked' || refund.amount.amount > told) return refund;
    told -= refund.amount.amount;
    return { ...refund, status: 'refunded' };
  });
  const events = next
    .filter(({ status }, index) => status === 'refunded' && refunds[index]?.status !== 'refunded')
    .map(({ returnId, amount }) => {
      // Only what was ordered is sent back.
      const orderId = OrderId.parse(record.payableId);
      return PaymentRefunded.build(orderId, { orderId, returnId, paymentIntentId: payment.intentId, amount });
    });
  const isAll = sumOf(next.filter(({ status }) => status === 'refunded')) === payment.amount.amount;
  const history = isAll ? withStatus(payment.history, 'refunded', now) : payment.history;
  return {
    record: { ...record, refunds: next, payment: isAll ? { ...payment, status: 'refunded', history } : payment },
    events,
  };
}

const sumOf = (refunds: readonly Refund[]): number => refunds.reduce((sum, { amount }) => sum + amount.amount, 0);
