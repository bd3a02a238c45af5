import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** Environment of the functions that use the table. */
export const config = () => configFrom({ TABLE_NAME: z.string().min(1) });

/** Parameter with the carrier's URL. */
export const carrierConfig = () => configFrom({ CARRIER_URL_PARAMETER: z.string().min(1) });

/** The FIFO queue of carriers' reports. */
export const queueConfig = () => configFrom({ QUEUE_URL: z.url() });
