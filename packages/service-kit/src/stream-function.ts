import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { reasonOf } from './errors.ts';
import { logger, withObservability } from './observability.ts';

/**
 * The entry of a function that reads a table's stream, in order: the first record that fails is reported, so that it
 * and everything behind it comes again and nothing overtakes it.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 *
 * @param handle gets the whole batch and gives the sequence number of the first record that has to come again, if any.
 */
export function streamFunction(
  handle: (records: readonly DynamoDBRecord[]) => Promise<string | undefined>,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return (event) =>
    withObservability({}, async () => {
      const itemIdentifier = await handle(event.Records);
      return { batchItemFailures: itemIdentifier === undefined ? [] : [{ itemIdentifier }] };
    });
}

/** Handles records one by one, in order, until one fails. */
export const oneByOne =
  (handle: (record: DynamoDBRecord) => Promise<void>) =>
  async (records: readonly DynamoDBRecord[]): Promise<string | undefined> => {
    for (const record of records) {
      try {
        await handle(record);
      } catch (error) {
        logger.warn('will be tried again', { eventId: record.eventID, reason: reasonOf(error) });
        return record.dynamodb?.SequenceNumber ?? '';
      }
    }
    return undefined;
  };
