import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { EventContract } from '@waypost/contracts';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { configFrom } from './config.ts';
import { deadLetterQueue, type DeadLetters } from './dead-letters.ts';
import { isRetriable, PermanentError, reasonOf } from './errors.ts';
import type { EventHandler } from './event-function.ts';
import { type Clock, context, contextOfEvent, type MessageContext, systemClock } from './message-context.ts';
import { logger, observed } from './observability.ts';
import { correlationIdOf, readEvent } from './read-event.ts';

interface Options {
  readonly clock?: Clock;
  readonly deadLetters?: DeadLetters;
  /** The `maxReceiveCount` of the queue's redrive policy: at the last receive the wrapper parks the message itself, with the reason. */
  readonly maxReceiveCount?: number;
}

type QueueHandler = (event: SQSEvent, context?: Context) => Promise<SQSBatchResponse>;

/**
 * The entry of a function that consumes a queue of events. Each message stands alone: one that fails is reported and
 * comes again, its neighbours are done. What can never work, or failed at its last receive, goes to the dead letters
 * whole, with reason, attempts and correlation id; the redrive policy remains for crashes.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 *
 * @example
 * export const handler = queueFunction([OrderConfirmed], ({ data }, context) => commitStock({ stock: stockTable(context) }, data.orderId));
 */
export function queueFunction<Contract extends EventContract>(
  contracts: readonly Contract[],
  handle: EventHandler<Contract>,
  { clock = systemClock, ...options }: Options = {},
): QueueHandler {
  return oneByOneMessage(async (message) => {
    const event = readEvent(contracts, message);
    await handle(event, contextOfEvent(event.metadata, clock));
  }, options);
}

/**
 * The same for a queue of messages that are no events of the bus: JSON, read by a schema. Nothing tells what caused one,
 * so it is its own beginning: correlation id and cause are the id that the queue gave it.
 *
 * @example
 * export const handler = messageFunction(Webhook, (webhook, { now }) => deliverWebhook({ endpoint: webhookEndpoint(), now }, webhook));
 */
export function messageFunction<Schema extends z.ZodType>(
  schema: Schema,
  handle: (message: z.output<Schema>, context: MessageContext) => Promise<void>,
  { clock = systemClock, ...options }: Options = {},
): QueueHandler {
  return oneByOneMessage(async (message, { messageId }) => {
    const read = schema.safeParse(message);
    if (!read.success) throw new PermanentError(`The message can't be read. ${z.prettifyError(read.error)}`);
    await handle(read.data, context(messageId, messageId, clock));
  }, options);
}

function oneByOneMessage(
  handle: (message: unknown, record: SQSRecord) => Promise<void>,
  {
    deadLetters = deadLetterQueue(),
    maxReceiveCount = configFrom({ MAX_RECEIVE_COUNT: z.coerce.number().int().positive() }).MAX_RECEIVE_COUNT,
  }: Omit<Options, 'clock'>,
): QueueHandler {
  const processor = new BatchProcessor(EventType.SQS, { logger });

  const handleMessage = async (record: SQSRecord): Promise<void> => {
    const attempts = Number(record.attributes.ApproximateReceiveCount);
    let message: unknown;
    try {
      message = parse(record.body);
      await handle(message, record);
    } catch (error) {
      const correlationId = correlationIdOf(message);
      if (isRetriable(error) && attempts < maxReceiveCount) {
        logger.warn('will be tried again', {
          messageId: record.messageId,
          attempts,
          correlationId,
          reason: reasonOf(error),
        });
        throw error;
      }
      await deadLetters({
        body: record.body,
        reason: reasonOf(error),
        attempts,
        ...(correlationId && { correlationId }),
      });
    }
  };

  return (event) =>
    observed({}, () => processPartialResponse(event, handleMessage, processor, { throwOnFullBatchFailure: false }));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new PermanentError('The message is not JSON');
  }
}
