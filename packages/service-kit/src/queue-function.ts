import type { EventContract } from '@waypost/contracts';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { EventHandler } from './event-function.ts';
import { contextOfEvent } from './message-context.ts';
import { eachMessage, type QueueOptions } from './each-message.ts';
import { correlationIdOf, readEvent } from './read-event.ts';

/**
 * The entry of a function that consumes a queue of the shop's events, as the bus and the order topic deliver them.
 * What becomes of those that fail: see `eachMessage`.
 *
 * @example
 * export const handler = queueFunction([OrderConfirmed], ({ data }, context) => commitStock({ stock: stockTable(context) }, data.orderId));
 */
export function queueFunction<Contract extends EventContract>(
  contracts: readonly Contract[],
  handle: EventHandler<Contract>,
  options: QueueOptions = {},
): (event: SQSEvent, context?: Context) => Promise<SQSBatchResponse> {
  return eachMessage(
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
