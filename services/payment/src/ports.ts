import type { DomainEvent, Money, OrderId } from '@waypost/contracts';
import type { Authorization } from './domain/authorize.ts';
import type { PaymentRecord } from './domain/payment.ts';

/** The records of payments. */
export interface Payments {
  /** As it is stored now. */
  readonly of: (orderId: OrderId) => Promise<PaymentRecord | undefined>;
  /** Stores the record and its events in one write if the stored version is still the record's; gives it as it is stored now. */
  readonly keep: <Kept extends PaymentRecord>(
    record: Kept,
    events?: readonly DomainEvent[],
  ) => Promise<Kept | 'changed'>;
}

/** What is asked of the provider for an order. */
export interface Charge {
  readonly orderId: OrderId;
  readonly amount: Money;
  readonly paymentMethod: string;
}

/** The money that an intent stands for: held, taken, or neither. */
export type IntentState = 'held' | 'taken' | 'released';

/**
 * The payment provider. Each effect happens once an order, however often it is asked for.
 * What may work later is thrown as `TransientError`, what never will as `PermanentError`.
 */
export interface PaymentProvider {
  /** Holds the money; `forestalled` if an authorization of this order is not to be any more. */
  readonly authorize: (charge: Charge) => Promise<Authorization | { readonly outcome: 'forestalled' }>;
  /** Sees to it that an authorization that may be under way is known or never will be; holds nothing itself. */
  readonly forestall: (charge: Charge) => Promise<Authorization | { readonly outcome: 'forestalled' }>;
  /** Takes what is held; `released` if it isn't any more. */
  readonly capture: (
    orderId: OrderId,
    intentId: string,
  ) => Promise<{ readonly outcome: 'captured' | 'released' } | { readonly outcome: 'declined'; readonly code: string }>;
  readonly stateOf: (intentId: string) => Promise<IntentState>;
  /** Releases what is held; `changed` if it isn't any more. */
  readonly cancel: (orderId: OrderId, intentId: string) => Promise<'done' | 'changed'>;
  /** Gives back what was taken. */
  readonly refund: (orderId: OrderId, intentId: string) => Promise<void>;
}

export interface Ports {
  readonly payments: Payments;
  readonly provider: PaymentProvider;
  /** RFC 3339. */
  readonly now: string;
}
