import { logger, scheduledFunction } from '@waypost/service-kit';
import { reportBalance } from '../app/report-balance.ts';
import { reportDeps } from '../report-deps.ts';

export const handler = scheduledFunction(async (context) => {
  const { published } = await reportBalance(reportDeps(context));
  logger.info('balance reported', { published });
});
