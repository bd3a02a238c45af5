import { SendMessageCommand, type SendMessageCommandInput, SQSClient } from '@aws-sdk/client-sqs';
import { CommandMetadata, EventMetadata } from '@waypost/contracts';
import * as z from 'zod';
import type { MessageContext } from './message-context.ts';

/**
 * A message of a service to itself, on a queue of its own: no contract, since it crosses no border, but it carries the ids
 * of what caused it as everything does.
 */
export const ServiceQueueMessage = z.object({
  metadata: CommandMetadata.extend({ traceparent: EventMetadata.shape.traceparent }),
  data: z.unknown(),
});

const sqs = new SQSClient({});

type Send = (message: SendMessageCommandInput) => Promise<unknown>;

const sendMessage: Send = (message) => sqs.send(new SendMessageCommand(message));

/** Sends messages to a queue of the service's own, for its `messageQueueFunction`; they carry the context's ids, and come after `delaySeconds`. */
export function serviceQueue(
  QueueUrl: string,
  send: Send = sendMessage,
): (data: unknown, context: MessageContext, delaySeconds?: number) => Promise<void> {
  return async (data, cause, delaySeconds) => {
    await send({
      QueueUrl,
      MessageBody: bodyOf(data, cause),
      ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
    });
  };
}

/**
 * The same for a FIFO queue: messages of one `group` are handled one after the other, and one that is sent again with its
 * `deduplicationId` within five minutes is dropped.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html
 */
export function serviceFifoQueue(
  QueueUrl: string,
  send: Send = sendMessage,
): (
  data: unknown,
  context: MessageContext,
  place: { readonly group: string; readonly deduplicationId: string },
) => Promise<void> {
  return async (data, cause, { group, deduplicationId }) => {
    const MessageBody = bodyOf(data, cause);
    await send({ QueueUrl, MessageBody, MessageGroupId: group, MessageDeduplicationId: deduplicationId });
  };
}

function bodyOf(data: unknown, { correlationId, causationId, traceparent }: MessageContext): string {
  const metadata = { correlationId, causationId, ...(traceparent && { traceparent }) };
  return JSON.stringify({ metadata, data });
}
