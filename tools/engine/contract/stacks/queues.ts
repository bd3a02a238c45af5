import { Duration, type App } from 'aws-cdk-lib';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { ContractStack } from '../support/contract-stack.ts';

/** Tells each message with its receive count, and names as failed those whose body says so. */
const FAILS_SOME = `exports.handler = async ({ Records }) => {
  const batchItemFailures = [];
  for (const { messageId, body, attributes } of Records) {
    const { name, fails } = JSON.parse(body);
    seen({ name, receives: Number(attributes.ApproximateReceiveCount), group: attributes.MessageGroupId });
    if (fails) batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
};`;

const THROWS = `exports.handler = async ({ Records }) => {
  for (const { attributes } of Records) seen({ receives: Number(attributes.ApproximateReceiveCount) });
  throw new Error('never');
};`;

const NAMES_UNKNOWN_MESSAGE = `exports.handler = async () => ({ batchItemFailures: [{ itemIdentifier: 'unknown' }] });`;

function consumedQueue(
  stack: ContractStack,
  id: string,
  code: string,
  source: SqsEventSourceProps,
  fifo = false,
): Queue {
  const options = fifo ? { fifo, contentBasedDeduplication: true } : {};
  const deadLetters = stack.queue(`${id}DeadLetters`, options);
  const queue = stack.queue(id, {
    ...options,
    visibilityTimeout: Duration.seconds(2),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 3 },
  });
  const consumer = stack.inlineFunction(`${id}Consumer`, code, { timeout: Duration.seconds(2) });
  consumer.addEventSource(new SqsEventSource(queue, source));
  return queue;
}

export function defineQueues(app: App): ContractStack {
  const stack = new ContractStack(app, 'queues');
  consumedQueue(stack, 'Throwing', THROWS, { batchSize: 1 });
  consumedQueue(stack, 'Partial', FAILS_SOME, { batchSize: 10, reportBatchItemFailures: true });
  consumedQueue(stack, 'Invalid', NAMES_UNKNOWN_MESSAGE, { batchSize: 1, reportBatchItemFailures: true });
  consumedQueue(stack, 'Fifo', FAILS_SOME, { batchSize: 1, reportBatchItemFailures: true }, true);
  return stack;
}
