import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

const text = z.string().min(1);

export const tableName = (): string => configFrom({ TABLE_NAME: text }).TABLE_NAME;

/** The state machine that drives bookings. */
export const workflowArn = (): string => configFrom({ WORKFLOW_ARN: text }).WORKFLOW_ARN;

/** Names of parameters: where the airline and the hotel are is looked up when they are asked. */
export const airlineUrlParameter = (): string => configFrom({ AIRLINE_URL_PARAMETER: text }).AIRLINE_URL_PARAMETER;
export const hotelUrlParameter = (): string => configFrom({ HOTEL_URL_PARAMETER: text }).HOTEL_URL_PARAMETER;
