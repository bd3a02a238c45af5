import {
  Attempt,
  DeclineCode,
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
  /** Where the provider sends a shopper back to who had to authenticate; the same however often it is asked. */
  returnUrl: z.url().exactOptional(),
  history: z.array(z.object({ status: PaymentStatus, at: Timestamp })).readonly(),
};

/** What became of the money for an order or a booking, as the shop knows it. */
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

/** What is given back for what the shopper sent back: `given` as the provider answered, `refunded` as it told by itself. */
export const Refund = z
  .object({ returnId: ReturnId, amount: Money, status: z.enum(['asked', 'given', 'refunded']) })
  .readonly();
export type Refund = z.infer<typeof Refund>;

const identity = {
  payableId: PayableId,
  attempt: Attempt,
  version: z.int().nonnegative(),
  /** When the provider itself told that it has the money. */
  settledAt: Timestamp.exactOptional(),
  /** One a return, in the order in which they were given. */
  refunds: z.array(Refund).readonly().exactOptional(),
  /** All that the provider told to be given back, in minor units. */
  amountRefunded: z.int().nonnegative().exactOptional(),
};

/**
 * The one record of a payment. `undo` is the tombstone: once it isn't `none`, nothing is authorized or captured
 * any more; where it came first there is no payment at all. `version` is the stored one; 0 is not stored yet.
 */
export const PaymentRecord = z.discriminatedUnion('undo', [
  z.object({ ...identity, undo: z.literal('none'), payment: Payment }).readonly(),
  z.object({ ...identity, undo: z.literal('begun'), payment: Payment }).readonly(),
  z
    .object({
      ...identity,
      undo: z.enum(['voided', 'refunded', 'nothing_authorized']),
      payment: Payment.exactOptional(),
    })
    .readonly(),
]);
export type PaymentRecord = z.infer<typeof PaymentRecord>;

/** A record of a payment whose undoing began and isn't done. */
export type UndoBegun = Extract<PaymentRecord, { undo: 'begun' }>;
/** A record of a payment that nobody undoes. */
export type Alive = Extract<PaymentRecord, { undo: 'none' }>;

/** What to do about a command: answer (after writing, if there is something to write), or ask the provider. */
export type Step<Result, Asked extends PaymentRecord> =
  | { readonly do: 'answer'; readonly result: Result; readonly write?: PaymentRecord }
  | { readonly do: 'ask'; readonly record: Asked; readonly writeFirst: boolean };

/** What a finished command leaves behind. */
export interface Outcome<Result, Event> {
  readonly result: Result;
  readonly record: PaymentRecord;
  readonly events: readonly Event[];
}

/** What stays the same of a payment, whatever becomes of it. */
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
