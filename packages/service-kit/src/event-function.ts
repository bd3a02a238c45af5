import type { EventContract } from '@waypost/contracts';
import { deadLetterQueue, type DeadLetters } from './dead-letters.ts';
import { isRetriable, reasonOf } from './errors.ts';
import { type Clock, contextOfEvent, type MessageContext, systemClock } from './message-context.ts';
import { withObservability } from './observability.ts';
import { correlationIdOf, readEvent, type ReceivedEvent } from './read-event.ts';

/** Handles one event. Throw `PermanentError` for what can never work; anything else thrown is tried again. */
export type EventHandler<Contract extends EventContract> = (
  event: ReceivedEvent<Contract>,
  context: MessageContext,
) => Promise<void>;

/**
 * The entry of a function that a rule of the bus invokes, asynchronously: Lambda retries what is thrown and sends it to
 * the on-failure destination at the end; what can never work goes to the dead letters at once, with the reason.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 *
 * @example
 * export const handler = eventFunction([ProductChanged], ({ data }, { now }) => projectProduct({ products: productTable() }, data));
 */
export function eventFunction<Contract extends EventContract>(
  contracts: readonly Contract[],
  handle: EventHandler<Contract>,
  { clock = systemClock, deadLetters = deadLetterQueue() }: { clock?: Clock; deadLetters?: DeadLetters } = {},
): (message: unknown) => Promise<void> {
  return (message) => {
    const correlationId = correlationIdOf(message);
    return withObservability({ ...(correlationId && { correlationId }) }, async () => {
      try {
        const event = readEvent(contracts, message);
        await handle(event, contextOfEvent(event.metadata, clock));
      } catch (error) {
        if (isRetriable(error)) throw error;
        await deadLetters({
          body: JSON.stringify(message),
          reason: reasonOf(error),
          ...(correlationId && { correlationId }),
        });
      }
    });
  };
}
