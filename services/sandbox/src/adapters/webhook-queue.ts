import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { queueConfig } from '../config.ts';
import type { WebhookQueue } from '../ports.ts';

const { WEBHOOK_QUEUE_URL: QueueUrl } = queueConfig();
const sqs = new SQSClient({});

export function webhookQueue(): WebhookQueue {
  return {
    send: async (webhook, DelaySeconds) => {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(webhook), DelaySeconds }));
    },
  };
}
