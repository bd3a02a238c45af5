import { TransientError } from '@waypost/service-kit';
import { orderMail, type OrderNews } from '../domain/order-mail.ts';
import type { AddressOf, MailLog, SendMail } from '../ports.ts';

interface Ports {
  readonly mailLog: MailLog;
  readonly addressOf: AddressOf;
  readonly sendMail: SendMail;
}

/**
 * Mails a shopper what happened to an order. The same event again sends nothing; after a crash between sending and noting
 * it, the mail may repeat, since one too many is better than none.
 */
export async function sendOrderMail(
  { mailLog, addressOf, sendMail }: Ports,
  news: OrderNews,
  { eventId, now }: { readonly eventId: string; readonly now: string },
): Promise<'sent' | 'sent_before' | 'nobody_to_write_to'> {
  const claim = await mailLog.claim(eventId, now);
  if (claim === 'sent_before') return claim;
  if (claim === 'in_other_hands') throw new TransientError(`The mail ${eventId} is being sent already`);
  try {
    const to = await addressOf(news.data.shopperId);
    // A shopper who deleted the account has no address.
    if (to === undefined) return 'nobody_to_write_to';
    await sendMail({ messageId: eventId, to, ...orderMail(news) });
  } catch (error) {
    await mailLog.release(eventId);
    throw error;
  }
  await mailLog.noteSent(eventId, now);
  return 'sent';
}
