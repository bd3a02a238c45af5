import { randomUUID } from 'node:crypto';
import { SendMessageCommand, type SendMessageCommandInput, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { configFrom } from './config.ts';
import { count } from './metrics.ts';
import { logger } from './observability.ts';

/** A message that is not retried any more. Its body is unchanged, so that it can be redriven. */
export interface DeadLetter {
  readonly body: string;
  readonly reason: string;
  /** Number of attempts, if the source reports it: queues do, streams and asynchronous invocations don't. */
  readonly attempts?: number;
  readonly correlationId?: string;
  /** Its message group, where it comes from a FIFO queue. */
  readonly group?: string;
}

/** Destination of dead letters. */
export type DeadLetters = (letter: DeadLetter) => Promise<void>;

const sqs = new SQSClient({});

/** Sends to the queue named by `DEAD_LETTER_QUEUE_URL`; reason, attempts and correlation id are message attributes. */
export function deadLetterQueue(
  send: (message: SendMessageCommandInput) => Promise<unknown> = (message) => sqs.send(new SendMessageCommand(message)),
): DeadLetters {
  const { DEAD_LETTER_QUEUE_URL } = configFrom({ DEAD_LETTER_QUEUE_URL: z.url() });
  return async ({ body, reason, attempts, correlationId, group }) => {
    logger.error('dead letter', { reason, attempts });
    count('DeadLetters');
    const attributes = { reason: reason.slice(0, 1024), attempts: attempts?.toString(), correlationId };
    await send({
      QueueUrl: DEAD_LETTER_QUEUE_URL,
      MessageBody: body,
      // A letter that fails again after its redrive is another letter.
      ...(DEAD_LETTER_QUEUE_URL.endsWith('.fifo') && {
        MessageGroupId: group ?? 'dead-letters',
        MessageDeduplicationId: randomUUID(),
      }),
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes)
          .filter(([, value]) => value)
          .map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
      ),
    });
  };
}
