import { commandFunction } from '@waypost/service-kit';
import { awaitDecision } from '../../app/order/await-decision.ts';
import { AwaitPayment } from '../../commands.ts';
import { deps } from '../../deps.ts';

export const handler = commandFunction(AwaitPayment, ({ orderId, ...wait }, context) =>
  awaitDecision(deps(context), orderId, { for: 'payment', at: context.now, ...wait }),
);
