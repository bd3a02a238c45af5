import { commandFunction } from '@waypost/service-kit';
import { assessRisk } from '../../app/order/workflow-steps.ts';
import { AssessRisk } from '../../commands.ts';
import { reviewThreshold } from '../../config.ts';

export const handler = commandFunction(AssessRisk, async (order) => assessRisk(order, reviewThreshold()));
