import type { ShopperId } from '@waypost/contracts';

/** A mail, in plain text and as a page. `messageId` is the id of the event that caused it: the same mail has the same id. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands a mail to whoever delivers it. Throws `PermanentError` for a mail that will never be taken. */
export type SendMail = (mail: OutgoingMail) => Promise<void>;

/** Where a shopper gets mail; undefined for one who isn't there any more. */
export type AddressOf = (shopperId: ShopperId) => Promise<string | undefined>;

/** Which mails were sent. Times are RFC 3339. */
export interface MailLog {
  /** Takes a mail in hand, unless it was sent, or somebody else has it in hand until later than `now`. */
  readonly claim: (messageId: string, now: string) => Promise<'claimed' | 'sent_before' | 'in_other_hands'>;
  readonly noteSent: (messageId: string, now: string) => Promise<void>;
  /** Lets go of a mail that could not be sent, so that the next try has it at once. */
  readonly release: (messageId: string) => Promise<void>;
}
