import { GetReconciliation } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { balanceTable } from '../adapters/balance-table.ts';

export const handler = httpFunction(GetReconciliation, async (_, context) => {
  const balances = balanceTable(context);
  const [checkedAt, open, differing] = await Promise.all([balances.checkedAt(), balances.open(), balances.differing()]);
  const differences = differing.map(({ paymentIntentId, currency, about, booked, provided, since }) => ({
    paymentIntentId,
    currency,
    ...(about && { about }),
    booked,
    provided,
    since,
  }));
  return { body: { ...(checkedAt && { checkedAt }), open: open.length, differences } };
});
