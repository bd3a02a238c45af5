import { paymentRecords } from '../../adapters/payment-records.ts';
import { listTransactions } from '../../app/list-transactions.ts';
import { TransactionsParameters } from '../../stripe-protocol/parameters.ts';
import { providerFunction } from '../../stripe-protocol/provider-function.ts';

export const handler = providerFunction(
  'listBalanceTransactions',
  TransactionsParameters,
  async ({ parameters }) => listTransactions({ records: paymentRecords() }, parameters),
  {},
);
