import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** What the functions that use the table find in their environment. */
export const config = () => configFrom({ TABLE_NAME: z.string().min(1) });
