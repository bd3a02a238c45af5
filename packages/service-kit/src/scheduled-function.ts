import { randomUUID } from 'node:crypto';
import { type Clock, context, type MessageContext, systemClock } from './message-context.ts';
import { logger, withObservability } from './observability.ts';
import { reasonOf } from './errors.ts';

/**
 * The entry of a function that a schedule invokes. What is thrown is tried again by Lambda, and sent to the on-failure
 * destination at the end; a schedule may also fire twice, so what the function does has to be safe to repeat.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 *
 * @example
 * export const handler = scheduledFunction((context) => sweepOrders(deps(context)));
 */
export function scheduledFunction(
  handle: (context: MessageContext) => Promise<void>,
  { clock = systemClock, newId = randomUUID }: { clock?: Clock; newId?: () => string } = {},
): (event: unknown) => Promise<void> {
  return async () => {
    const correlationId = newId();
    await withObservability({ correlationId }, () =>
      handle(context(correlationId, correlationId, clock)).catch((error: unknown) => {
        logger.error('failed', { reason: reasonOf(error) });
        throw error;
      }),
    );
  };
}
