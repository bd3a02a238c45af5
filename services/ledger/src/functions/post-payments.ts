import { PaymentCaptured, PaymentRefunded, PaymentReversed } from '@waypost/contracts';
import { eventFunction, jitteredPause, logger } from '@waypost/service-kit';
import { journalTable } from '../adapters/journal-table.ts';
import { postPayment } from '../app/post-entry.ts';
import { captured, refunded } from '../domain/entry.ts';

export const handler = eventFunction([PaymentCaptured, PaymentRefunded, PaymentReversed], async (event) => {
  const { eventId: entryId, occurredAt: at } = event.metadata;
  const { amount, paymentIntentId } = event.data;
  const { payableId } = event.data;
  // A voided authorization moved no money, and neither did a refund of a payment of which nothing was left.
  if ((event.name === 'PaymentReversed' && event.data.how === 'voided') || amount.amount === 0) return;
  const entryOf = event.name === 'PaymentCaptured' ? captured : refunded;
  const ports = { journals: journalTable(), pause: jitteredPause };
  const outcome = await postPayment(ports, { entryId, at, payableId, paymentIntentId, amount }, entryOf);
  logger.info('entry', { entryId, event: event.name, about: payableId, outcome });
});
