import { SendMessageCommand, type SendMessageCommandInput, SQSClient } from '@aws-sdk/client-sqs';
import { CommandMetadata, EventMetadata } from '@waypost/contracts';
import * as z from 'zod';
import type { MessageContext } from './message-context.ts';

/**
 * A message of a service to itself, on a queue of its own: no contract, since it crosses no border, but it carries the ids
 * of what caused it as everything does.
 */
export const OwnMessage = z.object({
  metadata: CommandMetadata.extend({ traceparent: EventMetadata.shape.traceparent }),
  data: z.unknown(),
});

const sqs = new SQSClient({});

/** Sends messages to a queue of the service's own, for its `messageQueueFunction`; they carry the context's ids, and come after `delaySeconds`. */
export function ownQueue(
  QueueUrl: string,
  send: (message: SendMessageCommandInput) => Promise<unknown> = (message) => sqs.send(new SendMessageCommand(message)),
): (data: unknown, context: MessageContext, delaySeconds?: number) => Promise<void> {
  return async (data, { correlationId, causationId, traceparent }, delaySeconds) => {
    const metadata = { correlationId, causationId, ...(traceparent && { traceparent }) };
    await send({
      QueueUrl,
      MessageBody: JSON.stringify({ metadata, data }),
      ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
    });
  };
}
