import type {
  BalanceTransactionReported,
  DomainEvent,
  EventData,
  Money,
  PayableId,
  ReturnId,
} from '@waypost/contracts';
import type { Authorization } from './domain/authorize.ts';
import type { PaymentRecord } from './domain/payment.ts';
import type { ProviderRefund } from './domain/refund.ts';

/** The records of payments. */
export interface Payments {
  /** As it is stored now. */
  readonly of: (payableId: PayableId) => Promise<PaymentRecord | undefined>;
  /** Stores the record and its events in one write if the stored version is still the record's; gives it as it is stored now. */
  readonly keep: <Kept extends PaymentRecord>(
    record: Kept,
    events?: readonly DomainEvent[],
  ) => Promise<Kept | 'changed'>;
}

/** Authorization of a payment for an order or a booking. */
export interface Charge {
  readonly payableId: PayableId;
  readonly amount: Money;
  readonly paymentMethod: string;
  /**
   * URL to which the provider redirects the shopper after authentication. Without it, no authentication is possible.
   */
  readonly returnUrl?: string | undefined;
}

/** The money that an intent stands for: held (or about to be, by the shopper's authentication), taken, or neither. */
export type IntentState = 'held' | 'taken' | 'released';

/** Charge or refund in the provider's balance. */
export type BalanceTransaction = EventData<typeof BalanceTransactionReported>;

/** The provider's own report of all that moved, one after the other, the newest first. */
export interface BalanceReport {
  /** @param since RFC 3339. */
  readonly transactions: (since: string) => AsyncIterable<BalanceTransaction>;
}

/** Balance transactions that were published. */
export interface ReportedTransactions {
  /** From when on to ask; nothing before the first report. */
  readonly since: () => Promise<string | undefined>;
  /** Keeps a transaction with its event, once. */
  readonly add: (transaction: BalanceTransaction) => Promise<'added' | 'known'>;
  /** From when on to ask the next time. */
  readonly saveSince: (since: string) => Promise<void>;
}

/** Refund of one return. */
export interface RefundPart {
  readonly returnId: ReturnId;
  readonly amount: Money;
  /** Number of the attempt; a further one follows only after a rejection. */
  readonly attempt: number;
}

/**
 * The payment provider. Each effect happens once per payment or return, however often it is requested.
 *
 * @throws TransientError if a retry may succeed, PermanentError otherwise.
 */
export interface PaymentProvider {
  /** Holds the money, or says where the shopper has to authenticate first; `prevented` if an authorization of this payment is not to be any more. */
  readonly authorize: (charge: Charge) => Promise<Authorization | { readonly outcome: 'prevented' }>;
  /** Sees to it that an authorization that may be under way is known or never will be; holds nothing itself. */
  readonly preventAuthorization: (charge: Charge) => Promise<Authorization | { readonly outcome: 'prevented' }>;
  /** Takes what is held; `released` if it isn't any more. */
  readonly capture: (
    payableId: PayableId,
    intentId: string,
  ) => Promise<{ readonly outcome: 'captured' | 'released' } | { readonly outcome: 'declined'; readonly code: string }>;
  readonly stateOf: (intentId: string) => Promise<IntentState>;
  /** Releases what is held; `changed` if it isn't any more. */
  readonly cancel: (payableId: PayableId, intentId: string) => Promise<'done' | 'changed'>;
  /** Refunds all that is left of a captured payment, or a part of it for one return; `exceeds_amount_left` if less is left than that part. */
  readonly refund: (
    payableId: PayableId,
    intentId: string,
    part?: RefundPart,
  ) => Promise<'accepted' | 'exceeds_amount_left'>;
  /** Lists the refunds of a payment, those from the dashboard included. */
  readonly refundsOf: (intentId: string) => Promise<readonly ProviderRefund[]>;
}

export interface Ports {
  readonly payments: Payments;
  readonly provider: PaymentProvider;
  /** The page of an order or a booking, to which a shopper comes back who had to authenticate; none where the shop has no pages. */
  readonly returnUrl: (payableId: PayableId) => Promise<string | undefined>;
  /** RFC 3339. */
  readonly now: string;
}
