import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { configFrom } from './config.ts';
import { deadLetterQueue, type DeadLetters } from './dead-letters.ts';
import { isRetriable, PermanentError, reasonOf } from './errors.ts';
import { type Clock, systemClock } from './message-context.ts';
import { logger, withObservability } from './observability.ts';

/** Replacements in tests. */
export interface QueueOptions {
  readonly clock?: Clock;
  readonly deadLetters?: DeadLetters;
  /**
   * The `maxReceiveCount` of the queue's redrive policy. At the last receive, the wrapper sends the message to the
   * dead-letter queue itself, with the reason.
   */
  readonly maxReceiveCount?: number;
}

/** Parsing and handling of the messages of one kind of queue. Each is JSON. */
export interface MessageHandling {
  /** Of a message that may be anything, for the logs and the dead letter of one that can't be read. */
  readonly correlationIdOf: (message: unknown) => string | undefined;
  /** Throws `PermanentError` for what can never work; anything else thrown is tried again. */
  readonly handle: (message: unknown, clock: Clock) => Promise<void>;
}

/**
 * Processes a batch of queue messages one by one. A message that fails is reported and received again; the others are
 * deleted. Messages of a FIFO queue are processed in order, and a failure blocks only its group. A message that can't
 * succeed, or that failed at its last receive, goes to the dead-letter queue with reason, attempts and correlation id.
 * The redrive policy remains for crashes.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function processMessages(
  { correlationIdOf, handle }: MessageHandling,
  {
    clock = systemClock,
    deadLetters = deadLetterQueue(),
    maxReceiveCount = configFrom({ MAX_RECEIVE_COUNT: z.coerce.number().int().positive() }).MAX_RECEIVE_COUNT,
  }: QueueOptions,
): (event: SQSEvent, context?: Context) => Promise<SQSBatchResponse> {
  const processor = new BatchProcessor(EventType.SQS, { logger });
  const fifoProcessor = new SqsFifoPartialProcessorAsync();

  const handleMessage = async ({ messageId, attributes, body }: SQSRecord): Promise<void> => {
    const attempts = Number(attributes.ApproximateReceiveCount);
    let message: unknown;
    try {
      message = parse(body);
      await handle(message, clock);
    } catch (error) {
      const correlationId = correlationIdOf(message);
      const reason = reasonOf(error);
      if (isRetriable(error) && attempts < maxReceiveCount) {
        logger.warn('will be tried again', { messageId, attempts, correlationId, reason });
        throw error;
      }
      const group = attributes.MessageGroupId;
      await deadLetters({ body, reason, attempts, ...(correlationId && { correlationId }), ...(group && { group }) });
    }
  };

  return (event) =>
    withObservability({}, () =>
      isFifo(event)
        ? processPartialResponse(event, handleMessage, fifoProcessor, {
            throwOnFullBatchFailure: false,
            skipGroupOnError: true,
          })
        : processPartialResponse(event, handleMessage, processor, { throwOnFullBatchFailure: false }),
    );
}

const isFifo = ({ Records }: SQSEvent): boolean =>
  Records.some(({ eventSourceARN }) => eventSourceARN.endsWith('.fifo'));

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new PermanentError('The message is not JSON');
  }
}
