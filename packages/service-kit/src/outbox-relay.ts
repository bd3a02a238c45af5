import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { configFrom } from './config.ts';
import { deadLetterQueue, type DeadLetters } from './dead-letters.ts';
import { reasonOf } from './errors.ts';
import { logger } from './observability.ts';
import { OUTBOX_ATTRIBUTE, OutboxEntry } from './outbox.ts';
import { streamFunction } from './stream-function.ts';

/** Sends entries to the bus and tells the outcome of each, in order: undefined for accepted, else the error's code. Throws if the whole call failed. */
export type Publish = (entries: readonly OutboxEntry[]) => Promise<readonly (string | undefined)[]>;

/** PutEvents takes 10 entries a call, and 256 KB for all. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;
/** Codes of entries that may be accepted later; all others never will. Source: PutEventsResultEntry in EventBridge's API reference. */
const RETRIABLE_CODES = new Set(['ThrottlingException', 'InternalFailure', 'InternalException', 'OperationAborted']);

interface Outgoing {
  readonly sequenceNumber: string;
  readonly entry: OutboxEntry;
}

/**
 * The relay of a service's outbox: publishes what writes left in their `outbox`, in the stream's order, at least once.
 * It retries without limit, so order holds; an event that can never be published is parked whole in the dead letters.
 */
export function outboxRelay({
  publish = publishToBus(),
  deadLetters = deadLetterQueue(),
}: { publish?: Publish; deadLetters?: DeadLetters } = {}): (
  event: DynamoDBStreamEvent,
) => Promise<DynamoDBBatchResponse> {
  return streamFunction(async (records) => {
    const outgoing: Outgoing[] = [];
    for (const record of records) outgoing.push(...(await entriesOf(record, deadLetters)));

    for (const chunk of chunksOf(outgoing)) {
      const failed = await publishChunk(chunk, publish, deadLetters);
      if (failed !== undefined) return failed;
    }
    return undefined;
  });
}

async function entriesOf(record: DynamoDBRecord, deadLetters: DeadLetters): Promise<readonly Outgoing[]> {
  const text = record.dynamodb?.NewImage?.[OUTBOX_ATTRIBUTE]?.S;
  if (text === undefined) return [];
  const sequenceNumber = record.dynamodb?.SequenceNumber ?? '';
  const parsed = z.array(OutboxEntry).safeParse(parseJson(text));
  if (!parsed.success) {
    await deadLetters({ body: text, reason: `This outbox can't be read. ${z.prettifyError(parsed.error)}` });
    return [];
  }
  const outgoing: Outgoing[] = [];
  for (const entry of parsed.data) {
    if (bytesOf(entry) <= MAX_BYTES) outgoing.push({ sequenceNumber, entry });
    else await park(entry, `The event has ${bytesOf(entry)} bytes, and the bus takes ${MAX_BYTES}`, deadLetters);
  }
  return outgoing;
}

async function publishChunk(chunk: readonly Outgoing[], publish: Publish, deadLetters: DeadLetters) {
  const codes = await publish(chunk.map(({ entry }) => entry)).catch((error: unknown) => {
    logger.warn('the bus rejected the whole call', { reason: reasonOf(error) });
    return chunk.map(() => 'InternalFailure');
  });
  for (const [index, { sequenceNumber, entry }] of chunk.entries()) {
    const code = codes[index];
    if (code === undefined) continue;
    if (RETRIABLE_CODES.has(code)) return sequenceNumber;
    await park(entry, `The bus rejected the event: ${code}`, deadLetters);
  }
  return undefined;
}

function park(entry: OutboxEntry, reason: string, deadLetters: DeadLetters): Promise<void> {
  return deadLetters({
    body: JSON.stringify({ source: entry.source, 'detail-type': entry.detailType, detail: entry.detail }),
    reason,
    correlationId: entry.detail.metadata.correlationId,
  });
}

function* chunksOf(outgoing: readonly Outgoing[]): Generator<readonly Outgoing[]> {
  let chunk: Outgoing[] = [];
  let bytes = 0;
  for (const next of outgoing) {
    const size = bytesOf(next.entry);
    if (chunk.length === MAX_ENTRIES || (chunk.length > 0 && bytes + size > MAX_BYTES)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(next);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}

/** As EventBridge counts: source, detail type and detail in UTF-8, and 14 for the time. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
function bytesOf({ source, detailType, detail }: OutboxEntry): number {
  return 14 + Buffer.byteLength(source) + Buffer.byteLength(detailType) + Buffer.byteLength(JSON.stringify(detail));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const eventBridge = new EventBridgeClient({});

function publishToBus(): Publish {
  const { EVENT_BUS_NAME } = configFrom({ EVENT_BUS_NAME: z.string().min(1) });
  return async (entries) => {
    const Entries = entries.map(({ source, detailType, detail }): PutEventsRequestEntry => ({
      EventBusName: EVENT_BUS_NAME,
      Source: source,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
      Time: new Date(detail.metadata.occurredAt),
    }));
    const answer = await eventBridge.send(new PutEventsCommand({ Entries }));
    return entries.map((_, index) => answer.Entries?.[index]?.ErrorCode);
  };
}
