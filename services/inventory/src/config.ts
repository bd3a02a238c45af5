import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** Environment of the functions that use the table. */
export const config = () => configFrom({ TABLE_NAME: z.string().min(1) });

/** For how long a reservation is held. */
export const holdSeconds = (): number => configFrom({ HOLD_SECONDS: z.coerce.number().int().positive() }).HOLD_SECONDS;
