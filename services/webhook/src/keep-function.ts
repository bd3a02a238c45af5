import type { DomainEvent } from '@waypost/contracts';
import { logger, type MessageContext, messageQueueFunction, type QueueOptions } from '@waypost/service-kit';
import type * as z from 'zod';
import type { ProviderEvent } from './domain/provider-event.ts';
import type { Webhooks } from './ports.ts';

/** The consumer of one provider's events: keeps each with what it means, once, however often it was sent or delivered. */
export function keepFunction<Schema extends z.ZodType<ProviderEvent>>(
  schema: Schema,
  meaningOf: (event: z.output<Schema>) => DomainEvent | undefined,
  webhooksFor: (context: MessageContext) => Pick<Webhooks, 'keep'>,
  options: QueueOptions = {},
) {
  return messageQueueFunction(
    schema,
    async (event, context) => {
      const meaning = meaningOf(event);
      const outcome = await webhooksFor(context).keep(event, meaning);
      logger.info('webhook', { webhookId: event.id, type: event.type, meaning: meaning?.name, outcome });
    },
    options,
  );
}
