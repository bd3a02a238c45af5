import { BalanceTransactionReported } from '@waypost/contracts';
import { eventFunction, jitteredPause, logger } from '@waypost/service-kit';
import { balanceTable } from '../adapters/balance-table.ts';
import { journalTable } from '../adapters/journal-table.ts';
import { postEntry } from '../app/post-entry.ts';
import { feeKept } from '../domain/entry.ts';

export const handler = eventFunction([BalanceTransactionReported], async ({ data, metadata }, context) => {
  const { transactionId, paymentIntentId, currency, amount, fee, payableId: about, at } = data;
  const transaction = { transactionId, paymentIntentId, currency, amount, about, at };
  const counted = await balanceTable(context).add(transaction);
  if (fee > 0) {
    const entry = feeKept({ entryId: metadata.eventId, at, transactionId, fee: { amount: fee, currency } });
    await postEntry({ journals: journalTable(), pause: jitteredPause }, entry);
  }
  logger.info('balance transaction', { transactionId, paymentIntentId, counted });
});
