import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { eventually } from '@waypost/test-kit';
import { PATIENCE } from './shop.ts';

/** Finds the dead letter whose body contains a text, and deletes it from the queue. */
export const deadLetterIn = (QueueUrl: string, part: string, sqs: SQSClient = new SQSClient({})): Promise<Message> =>
  eventually(async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MessageAttributeNames: ['All'],
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 1,
      }),
    );
    const found = Messages.find(({ Body }) => Body?.includes(part));
    if (!found) throw new Error(`None of ${Messages.length} dead letters is it`);
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: found.ReceiptHandle }));
    return found;
  }, PATIENCE);

/** Attributes of a message. */
export const attributesOf = ({ MessageAttributes = {} }: Message): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]));
