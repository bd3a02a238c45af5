import { PARCEL_UPDATED, PAYMENT_WEBHOOKS } from '@waypost/contracts';
import { deadLetterQueue, oneByOne, streamFunction } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { webhookQueue } from '../../adapters/webhook-queue.ts';
import { readWebhooks } from '../../adapters/read-webhooks.ts';
import { sendWebhooks } from '../../app/send-webhooks.ts';
import { WEBHOOKS_ATTRIBUTE } from '../../ports.ts';

/** Webhook types that the shop is subscribed to, of both providers. */
const enabledEvents = [...PAYMENT_WEBHOOKS, PARCEL_UPDATED];

const deadLetters = deadLetterQueue();

export const handler = streamFunction(
  oneByOne(async ({ dynamodb }) => {
    const text = dynamodb?.NewImage?.[WEBHOOKS_ATTRIBUTE]?.S ?? '[]';
    const webhooks = readWebhooks(text);
    if (!webhooks) return deadLetters({ body: text, reason: "These webhooks can't be read" });
    return sendWebhooks({ faultsOf: faultTable, queue: webhookQueue(), enabledEvents }, webhooks);
  }),
);
