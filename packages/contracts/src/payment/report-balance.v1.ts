import * as z from 'zod';
import { defineCommand } from '../define-command.ts';

/** Asks the provider now for what moved, as the schedule does each minute, and tells what was not told yet. */
export const ReportBalance = defineCommand({
  owner: 'payment',
  name: 'report-balance',
  version: 1,
  request: z.object({}),
  result: z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('reported'), told: z.int().nonnegative() })]),
});
