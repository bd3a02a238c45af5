import type { EventContract } from '@waypost/contracts';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { EventHandler } from './event-function.ts';
import { contextOfEvent } from './message-context.ts';
import { processMessages, type QueueOptions } from './process-messages.ts';
import { correlationIdOf, readEvent } from './read-event.ts';

/**
 * Creates the handler of a function that consumes a queue of the shop's events, from the bus or the order topic. For
 * failures, see `processMessages`.
 *
 * @example
 * export const handler = queueFunction([OrderConfirmed], ({ data }, context) => commitStock({ stock:
 * stockTable(context) }, data.orderId));
 */
export function queueFunction<Contract extends EventContract>(
  contracts: readonly Contract[],
  handle: EventHandler<Contract>,
  options: QueueOptions = {},
): (event: SQSEvent, context?: Context) => Promise<SQSBatchResponse> {
  return processMessages(
    {
      correlationIdOf,
      handle: (message, clock) => {
        const event = readEvent(contracts, message);
        return handle(event, contextOfEvent(event.metadata, clock));
      },
    },
    options,
  );
}
