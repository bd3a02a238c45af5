import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { processMessages, type QueueOptions } from './process-messages.ts';
import { PermanentError } from './errors.ts';
import { context, type MessageContext } from './message-context.ts';
import { ServiceQueueMessage } from './service-queue.ts';

const Correlated = ServiceQueueMessage.pick({ metadata: true });

/**
 * Creates the handler of a function that consumes a service's own queue (`serviceQueue`), whose messages are no events.
 * For failures, see `processMessages`.
 *
 * @example
 * export const handler = messageQueueFunction(Webhook, (webhook, context) => keepWebhook({ webhooks:
 * webhookTable(context) }, webhook));
 */
export function messageQueueFunction<Schema extends z.ZodType>(
  schema: Schema,
  handle: (data: z.output<Schema>, context: MessageContext) => Promise<void>,
  options: QueueOptions = {},
): (event: SQSEvent, context?: Context) => Promise<SQSBatchResponse> {
  return processMessages(
    {
      correlationIdOf: (message) => Correlated.safeParse(message).data?.metadata.correlationId,
      handle: (message, clock) => {
        const { metadata, data } = parsed(ServiceQueueMessage, message);
        const { correlationId, causationId, traceparent } = metadata;
        return handle(parsed(schema, data), context(correlationId, causationId, clock, traceparent));
      },
    },
    options,
  );
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new PermanentError(`This is no message of this queue. ${z.prettifyError(read.error)}`);
}
