import type { ShopperId } from '@waypost/contracts';

/** A mail, in plain text and as a page. `messageId` is the id of the event that caused it: the same mail has the same id. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Hands a mail to the mail service.
 *
 * @throws PermanentError for a mail that is rejected for good.
 */
export type SendMail = (mail: OutgoingMail) => Promise<void>;

/** Mail address of a shopper; undefined for a deleted account. */
export type AddressOf = (shopperId: ShopperId) => Promise<string | undefined>;

/** Which mails were sent. Times are RFC 3339. */
export interface MailLog {
  /** Claims a mail, unless it was sent or another invocation has claimed it until later than `now`. */
  readonly claim: (messageId: string, now: string) => Promise<'claimed' | 'sent_before' | 'in_other_hands'>;
  readonly noteSent: (messageId: string, now: string) => Promise<void>;
  /** Releases the claim on a mail that could not be sent, so that the next try can send it at once. */
  readonly release: (messageId: string) => Promise<void>;
}
