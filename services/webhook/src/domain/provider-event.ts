import { WebhookId } from '@waypost/contracts';
import * as z from 'zod';

/** Who sends webhooks. */
export type Provider = 'payment' | 'carrier';

/** An id or a code as providers write them: short and of visible ASCII, so that a queue, a key and a log can hold it. */
export const Word = z.string().regex(/^[\u0021-\u007e]{1,200}$/, 'This is 1 to 200 visible ASCII characters');

/**
 * What is kept of any provider's event. The id is the provider's, the same however often it sends the webhook; it has no
 * full stop, which is what separates it from the rest in what Standard Webhooks sign.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const ProviderEvent = z.object({
  id: WebhookId.regex(
    /^[\u0021-\u002d\u002f-\u007e]+$/,
    'A webhook id is visible ASCII characters without a full stop',
  ),
  type: Word,
});
export type ProviderEvent = z.infer<typeof ProviderEvent>;

/** An event as the intake read it. */
export interface ReadProviderEvent<Event extends ProviderEvent = ProviderEvent> {
  readonly event: Event;
  /** Whether the shop has to hear of it. */
  readonly isNeeded: boolean;
}
