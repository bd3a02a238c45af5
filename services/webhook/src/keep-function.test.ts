import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '@waypost/contracts';
import { type DeadLetter, logger, serviceQueue } from '@waypost/service-kit';
import type { SQSRecord } from 'aws-lambda';
import { carrierEvent, paymentEvent } from '../test/providers.ts';
import { CarrierEvent, meaningOfCarrierEvent } from './domain/carrier-event.ts';
import { meaningOfPaymentEvent, PaymentEvent } from './domain/payment-event.ts';
import { keepFunction } from './keep-function.ts';

logger.setLogLevel('SILENT');

const cause = { correlationId: 'correlation-1', causationId: 'request-1', now: '2026-05-04T09:30:00.000Z' };

/** The queued message of the intake, as it is delivered. */
async function delivered(event: unknown): Promise<SQSRecord> {
  const bodies: (string | undefined)[] = [];
  const send = serviceQueue('https://sqs.eu-central-1.amazonaws.com/123456789012/webhooks', ({ MessageBody }) =>
    Promise.resolve(void bodies.push(MessageBody)),
  );
  await send(event, cause);
  const eventSourceARN = 'arn:aws:sqs:eu-central-1:123456789012:webhooks';
  return {
    messageId: '1',
    eventSourceARN,
    body: bodies.join(),
    attributes: { ApproximateReceiveCount: '1' },
  } as SQSRecord;
}

/** The table: one item an id, and what its outbox tells; the first writes fail, if told so. */
function webhooksInMemory(failures = 0) {
  const kept = new Set<string>();
  const told: DomainEvent[] = [];
  let failing = failures;
  return {
    kept,
    told,
    keep: async ({ id }: { id: string }, meaning: DomainEvent | undefined) => {
      failing -= 1;
      if (failing >= 0) throw new Error('throttled');
      if (kept.has(id)) return 'known' as const;
      kept.add(id);
      if (meaning) told.push(meaning);
      return 'kept' as const;
    },
  };
}

function consumer(webhooks = webhooksInMemory()) {
  const letters: DeadLetter[] = [];
  const options = { deadLetters: async (letter: DeadLetter) => void letters.push(letter), maxReceiveCount: 3 };
  const keep = keepFunction(PaymentEvent, meaningOfPaymentEvent, () => webhooks, options);
  return { ...webhooks, keep, letters };
}

describe('an event from the queue', () => {
  it('is kept with what it means', async () => {
    const { keep, kept, told, letters } = consumer();
    expect(await keep({ Records: [await delivered(paymentEvent())] })).toEqual({ batchItemFailures: [] });
    expect([...kept]).toEqual(['evt_1PAY0000000000000000001']);
    expect(told).toEqual([expect.objectContaining({ name: 'PaymentProviderReported' })]);
    expect(letters).toEqual([]);
  });

  it('is published once, though it was sent, queued and delivered again', async () => {
    const { keep, told, letters } = consumer();
    const record = await delivered(paymentEvent());
    await keep({ Records: [record, record] });
    await keep({ Records: [await delivered(paymentEvent())] });
    expect(told).toHaveLength(1);
    expect(letters).toEqual([]);
  });

  it('comes again when it could not be kept', async () => {
    const { keep, told } = consumer(webhooksInMemory(1));
    const record = await delivered(paymentEvent());
    expect(await keep({ Records: [record] })).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(await keep({ Records: [record] })).toEqual({ batchItemFailures: [] });
    expect(told).toHaveLength(1);
  });

  it('is kept as seen, and tells nothing, when the shop doesn’t need it', async () => {
    const { keep, kept, told } = consumer();
    await keep({ Records: [await delivered(paymentEvent({ type: 'customer.created' }))] });
    expect([kept.size, told.length]).toEqual([1, 0]);
  });
});

it('keeps a carrier’s event as the intake read it', async () => {
  const webhooks = webhooksInMemory();
  const keep = keepFunction(CarrierEvent, meaningOfCarrierEvent, () => webhooks, {
    deadLetters: () => Promise.reject(new Error('nothing is dead')),
    maxReceiveCount: 3,
  });
  await keep({ Records: [await delivered({ id: 'msg_1', ...carrierEvent() })] });
  expect(webhooks.told).toEqual([expect.objectContaining({ name: 'CarrierReported', subject: 'shp_1_north' })]);
});
