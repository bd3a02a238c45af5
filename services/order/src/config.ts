import type { Money } from '@waypost/contracts';
import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

/** The table of orders and of the projection of products. */
export const tableName = (): string => configFrom({ TABLE_NAME: z.string().min(1) }).TABLE_NAME;

/** ARN of inventory's function that looks up stock. */
export const lookUpStockArn = (): string => configFrom({ LOOK_UP_STOCK_ARN: z.string().min(1) }).LOOK_UP_STOCK_ARN;

/** The state machine that drives orders. */
export const workflowArn = (): string => configFrom({ WORKFLOW_ARN: z.string().min(1) }).WORKFLOW_ARN;

/** The state machine that asks shipping to stop what a confirmed order sends. */
export const stopWorkflowArn = (): string => configFrom({ STOP_WORKFLOW_ARN: z.string().min(1) }).STOP_WORKFLOW_ARN;

/** Orders above it are looked at by a person: an amount in minor units. */
export const reviewThreshold = (): Money => ({
  amount: configFrom({ REVIEW_THRESHOLD: z.coerce.number().int().positive() }).REVIEW_THRESHOLD,
  currency: 'EUR',
});
