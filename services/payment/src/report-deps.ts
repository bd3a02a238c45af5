import type { MessageContext } from '@waypost/service-kit';
import { providerKey, providerUrl } from './adapters/provider-access.ts';
import { reportedTable } from './adapters/reported-table.ts';
import { stripeClient } from './adapters/stripe-client.ts';
import { stripeReport } from './adapters/stripe-report.ts';

const report = stripeReport(stripeClient({ url: providerUrl, key: providerKey }));

/** Dependencies of the balance report. */
export const reportDeps = (context: MessageContext) => ({
  report,
  reported: reportedTable(context),
  now: context.now,
});
