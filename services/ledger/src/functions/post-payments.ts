import { PaymentCaptured, PaymentRefunded, PaymentReversed } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { journalTable } from '../adapters/journal-table.ts';
import { jitteredPause } from '../adapters/pause.ts';
import { postPayment } from '../app/post-entry.ts';
import { captured, refunded } from '../domain/entry.ts';

export const handler = eventFunction([PaymentCaptured, PaymentRefunded, PaymentReversed], async (event) => {
  const { eventId: entryId, occurredAt: at } = event.metadata;
  const { amount, paymentIntentId } = event.data;
  const payableId = 'orderId' in event.data ? event.data.orderId : event.data.payableId;
  // An authorization that was voided moved no money.
  if (event.name === 'PaymentReversed' && event.data.how === 'voided') return;
  const entryOf = event.name === 'PaymentCaptured' ? captured : refunded;
  const ports = { journals: journalTable(), pause: jitteredPause };
  const outcome = await postPayment(ports, { entryId, at, payableId, paymentIntentId, amount }, entryOf);
  logger.info('entry', { entryId, event: event.name, about: payableId, outcome });
});
