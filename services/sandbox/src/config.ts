import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

const text = z.string().min(1);

export const config = () => configFrom({ TABLE_NAME: text });

/** Names of parameters: what they hold is left by other stacks, maybe later. */
export const addressConfig = () => configFrom({ STOREFRONT_URL_PARAMETER: text, API_URL_PARAMETER: text });

export const queueConfig = () => configFrom({ QUEUE_URL: z.url() });

export const endpointConfig = () => configFrom({ WEBHOOK_URL_PARAMETER: text, WEBHOOK_SECRETS_PATH: text });

/** Seconds between two steps of a parcel. */
export const journeyConfig = () => configFrom({ PARCEL_STEP_SECONDS: z.coerce.number().int().positive() });
