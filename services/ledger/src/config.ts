import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** Where the events of journals are. */
export const journalsConfig = () => configFrom({ JOURNALS_TABLE_NAME: z.string().min(1) });

/** Where the books are that are read. */
export const booksConfig = () => configFrom({ BOOKS_TABLE_NAME: z.string().min(1) });
