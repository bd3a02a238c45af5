import {
  Attempt,
  DeclineCode,
  type DomainEvent,
  Money,
  PayableId,
  PaymentIntentId,
  PaymentMethod,
  PaymentStatus,
  ReturnId,
  ShopperId,
  Timestamp,
} from '@waypost/contracts';
import * as z from 'zod';

const begun = {
  shopperId: ShopperId,
  amount: Money,
  paymentMethod: PaymentMethod,
  /** URL to which the provider redirects a shopper after authentication. It never changes. */
  returnUrl: z.url().exactOptional(),
  history: z.array(z.object({ status: PaymentStatus, at: Timestamp })).readonly(),
};

/** Payment of an order or a booking, as the shop knows it. */
export const Payment = z.discriminatedUnion('status', [
  /** The provider is being asked; it may have done it already. */
  z.object({ ...begun, status: z.literal('pending') }).readonly(),
  /** Held as soon as the shopper has authenticated there; the provider tells by a webhook. */
  z
    .object({
      ...begun,
      status: z.literal('authentication_required'),
      intentId: PaymentIntentId,
      nextActionUrl: z.url(),
    })
    .readonly(),
  z.object({ ...begun, status: z.literal('declined'), code: DeclineCode }).readonly(),
  z.object({ ...begun, status: z.literal('authorized'), intentId: PaymentIntentId }).readonly(),
  z.object({ ...begun, status: z.literal('captured'), intentId: PaymentIntentId }).readonly(),
  z.object({ ...begun, status: z.literal('refunded'), intentId: PaymentIntentId }).readonly(),
  /** Released; without an intent where it was undone before the provider held anything. */
  z.object({ ...begun, status: z.literal('voided'), intentId: PaymentIntentId.exactOptional() }).readonly(),
]);
export type Payment = z.infer<typeof Payment>;

/**
 * A refund of a part of a payment: `accepted` once the provider answered the request, `refunded` once it reported the refund. One without
 * a return was made by an operator in the provider's dashboard.
 */
export const Refund = z
  .object({
    returnId: ReturnId.exactOptional(),
    amount: Money,
    status: z.enum(['requested', 'accepted', 'failed', 'refunded']),
    /** Number of the request; the first one is 1. A request after a failed one is a new one to the provider. */
    attempt: Attempt.exactOptional(),
  })
  .readonly();
export type Refund = z.infer<typeof Refund>;

const identity = {
  payableId: PayableId,
  attempt: Attempt,
  version: z.int().nonnegative(),
  /** When the provider itself told that it has the money. */
  settledAt: Timestamp.exactOptional(),
  /** At most one per return, in the order of their requests or reports. */
  refunds: z.array(Refund).readonly().exactOptional(),
  /** Total that the provider reported as refunded, in minor units. */
  amountRefunded: z.int().nonnegative().exactOptional(),
};

/**
 * The one record of a payment. `undo` is the tombstone: once it isn't `none`, nothing is authorized or captured
 * any more; where it came first there is no payment at all. `version` is the stored one; 0 is not stored yet.
 */
export const PaymentRecord = z.discriminatedUnion('reversal', [
  z.object({ ...identity, reversal: z.literal('none'), payment: Payment }).readonly(),
  z.object({ ...identity, reversal: z.literal('begun'), payment: Payment }).readonly(),
  z
    .object({
      ...identity,
      reversal: z.enum(['voided', 'refunded', 'nothing_authorized']),
      payment: Payment.exactOptional(),
    })
    .readonly(),
]);
export type PaymentRecord = z.infer<typeof PaymentRecord>;

/** A record of a payment whose undoing began and isn't done. */
export type ReversalBegun = Extract<PaymentRecord, { reversal: 'begun' }>;
/** Record of a payment that is not reversed. */
export type Alive = Extract<PaymentRecord, { reversal: 'none' }>;

/** Next step of a command: return a result (after a write, if there is one), or call the provider. */
export type Step<Result, Requested extends PaymentRecord> =
  | {
      readonly do: 'answer';
      readonly result: Result;
      readonly write?: PaymentRecord;
      /** Events of the write. */
      readonly events?: readonly DomainEvent[];
    }
  | { readonly do: 'call'; readonly record: Requested; readonly writeFirst: boolean };

/** Result of a finished command, with the record and events to write. */
export interface Outcome<Result, Event> {
  readonly result: Result;
  readonly record: PaymentRecord;
  readonly events: readonly Event[];
}

/** Fields that a payment keeps in every status. */
export const termsOf = ({ shopperId, amount, paymentMethod, returnUrl }: Payment) => ({
  shopperId,
  amount,
  paymentMethod,
  ...(returnUrl && { returnUrl }),
});

/** The history with one more entry. */
export function withStatus(history: Payment['history'], status: PaymentStatus, at: string): Payment['history'] {
  return [...history, { status, at }];
}

/** Amount of a payment that can still be refunded, in minor units. */
export function amountLeft({
  payment,
  refunds = [],
  amountRefunded = 0,
}: Pick<Alive, 'payment' | 'refunds' | 'amountRefunded'>): number {
  const known = sumOf(refunds.filter(({ status }) => status !== 'failed'));
  return Math.max(0, payment.amount.amount - Math.max(known, amountRefunded));
}

/** Total of some refunds, in minor units. */
export const sumOf = (refunds: readonly Refund[]): number =>
  refunds.reduce((sum, { amount }) => sum + amount.amount, 0);
