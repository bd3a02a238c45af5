import * as z from 'zod';
import { defineCommand } from '../define-command.ts';

/** Reads the provider's balance transactions now, as the schedule does every minute, and publishes the new ones. */
export const ReportBalance = defineCommand({
  owner: 'payment',
  name: 'report-balance',
  version: 1,
  request: z.object({}),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('reported'), published: z.int().nonnegative() }),
  ]),
});
