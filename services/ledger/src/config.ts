import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** Table of the journals' events. */
export const journalsConfig = () => configFrom({ JOURNALS_TABLE_NAME: z.string().min(1) });

/** Table of the reconciliation. */
export const reconciliationConfig = () => configFrom({ RECONCILIATION_TABLE_NAME: z.string().min(1) });

/** Seconds that ledger and provider have to report a payment before it is compared. */
export const graceSeconds = (): number =>
  configFrom({ GRACE_SECONDS: z.coerce.number().int().nonnegative() }).GRACE_SECONDS;

/** Table of the projected ledger. */
export const ledgerConfig = () => configFrom({ BOOKS_TABLE_NAME: z.string().min(1) });
