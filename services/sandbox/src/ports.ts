import type { Mail } from '@waypost/contracts';
import type { PaymentIntent } from './domain/payment-intent.ts';

/** An answer as it was given: status and body, for whoever asks again with the same idempotency key. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface RememberedAnswer extends Answer {
  readonly key: string;
  /** Tells one request from another: https://docs.stripe.com/api/idempotent_requests. */
  readonly fingerprint: string;
}

/** An intent and the version of it that was read. */
export interface KeptIntent {
  readonly intent: PaymentIntent;
  readonly version: number;
}

/** What the payment provider keeps. */
export interface PaymentBooks {
  readonly answerTo: (key: string) => Promise<RememberedAnswer | undefined>;
  readonly intentOf: (id: string) => Promise<KeptIntent | undefined>;
  /** Keeps the intent and the answer together or neither; `changed` if someone else was faster. */
  readonly keep: (write: {
    readonly intent?: PaymentIntent | undefined;
    /** The version that was decided on; 0 for a new intent. */
    readonly version: number;
    readonly answer?: RememberedAnswer | undefined;
    readonly now: string;
  }) => Promise<'kept' | 'changed'>;
  /** Every intent, or those of one order. */
  readonly intents: (orderId: string | undefined) => Promise<readonly PaymentIntent[]>;
}

/** The mails that the shop sent. */
export interface Inbox {
  /** Keeps a mail, once per `messageId`. */
  readonly receive: (mail: Mail) => Promise<void>;
  /** The newest mails of an address, newest first. */
  readonly mailsTo: (address: string) => Promise<readonly Mail[]>;
}
