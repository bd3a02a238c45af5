import { WebhookId } from '@waypost/contracts';
import * as z from 'zod';

/** Provider that sends webhooks. */
export type Provider = 'payment' | 'carrier';

/** An id or a code as providers write them: short and of visible ASCII, so that a queue, a key and a log can hold it. */
export const Word = z.string().regex(/^[\u0021-\u007e]{1,200}$/, 'This is 1 to 200 visible ASCII characters');

/**
 * Part of a provider's event that is stored. The id is the provider's, and the same for repeated deliveries. It has no
 * full stop, because Standard Webhooks uses one as the separator of the signed content.
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
  /** False if the shop has no use for the event. */
  readonly isNeeded: boolean;
}
