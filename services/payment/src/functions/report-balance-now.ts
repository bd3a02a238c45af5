import { ReportBalance } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { reportBalance } from '../app/report-balance.ts';
import { reportDeps } from '../report-deps.ts';

export const handler = commandFunction(ReportBalance, async (_, context) => ({
  outcome: 'reported' as const,
  ...(await reportBalance(reportDeps(context))),
}));
