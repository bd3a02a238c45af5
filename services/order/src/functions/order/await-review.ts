import { commandFunction } from '@waypost/service-kit';
import { awaitDecision } from '../../app/order/await-decision.ts';
import { AwaitReview } from '../../commands.ts';
import { deps } from '../../deps.ts';

export const handler = commandFunction(AwaitReview, ({ orderId, ...wait }, context) =>
  awaitDecision(deps(context), orderId, { for: 'review', at: context.now, ...wait }),
);
