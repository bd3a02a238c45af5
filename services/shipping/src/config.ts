import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** What the functions that use the table find in their environment. */
export const config = () => configFrom({ TABLE_NAME: z.string().min(1) });

/** Where the carrier is, looked up when it is needed. */
export const carrierConfig = () => configFrom({ CARRIER_URL_PARAMETER: z.string().min(1) });

/** The FIFO queue of carriers' reports. */
export const queueConfig = () => configFrom({ QUEUE_URL: z.url() });
