import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** Where the events of journals are. */
export const journalsConfig = () => configFrom({ JOURNALS_TABLE_NAME: z.string().min(1) });

/** Where the books and the provider are compared. */
export const reconciliationConfig = () => configFrom({ RECONCILIATION_TABLE_NAME: z.string().min(1) });

/** For how long books and provider have to hear of a payment before they are compared, in seconds. */
export const graceSeconds = (): number =>
  configFrom({ GRACE_SECONDS: z.coerce.number().int().nonnegative() }).GRACE_SECONDS;

/** Where the books are that are read. */
export const booksConfig = () => configFrom({ BOOKS_TABLE_NAME: z.string().min(1) });
