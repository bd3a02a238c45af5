import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

export const config = () => configFrom({ TABLE_NAME: z.string().min(1) });
