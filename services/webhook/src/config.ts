import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** The table of webhooks. */
export const tableName = (): string => configFrom({ TABLE_NAME: z.string().min(1) }).TABLE_NAME;

/** Queue of accepted webhooks, and secrets that sign them. */
export const intakeConfig = () => configFrom({ QUEUE_URL: z.url(), SIGNING_SECRET_ARN: z.string().min(1) });
