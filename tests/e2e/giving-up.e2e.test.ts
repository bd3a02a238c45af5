import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ProviderPaymentRecord, RedriveBooking, RedriveOrder } from '@waypost/contracts';
import { clientOptions } from '@waypost/local';
import { eventually } from '@waypost/test-kit';
import { accountOf, expectAgreement, type Purchase } from './accounts.ts';
import { invokerOn } from './invoke.ts';
import { attributesOf, deadLetterIn } from './dead-letters.ts';
import { endFaults, putFault } from './faults.ts';
import { ownStage } from './own-stage.ts';
import { moneyIn, PATIENCE, type Shop } from './shop.ts';
import { resourceOf } from './stage-resources.ts';
import { bookTrip, decidedTrip, expectAgreementOn, newTrip } from './trips.ts';
import { type } from './type-command.ts';

// A stage of its own, since a fault hits the next caller. Its workflows retry as often as usual, but sooner.
const own = ownStage('giving-up', { waitScale: 0.05 });
const SLOW_MACHINE = 600_000;
/** More than all retries together. */
const EVERY_TIME = 1000;
/** Number of attempts before an order is parked. */
const LAST_ATTEMPT = 5;

let shop: Shop;
beforeAll(async () => {
  ({ shop } = await own.start());
}, SLOW_MACHINE);

afterEach(() => endFaults(shop));

afterAll(() => own.remove(), SLOW_MACHINE);

async function buy(): Promise<Purchase> {
  const sku = await shop.newProduct({ north: 2 });
  const paymentMethod = 'pm_card_visa';
  const orderId = await shop.place({ lines: [{ sku, quantity: 1 }], paymentMethod });
  return { orderId, sku, onHand: 2, paymentMethod, idempotencyKey: '', answeredAt: 0 };
}

/** The order is cancelled because of an internal error, and all services agree that it is compensated. */
async function expectGivenUp(purchase: Purchase): Promise<void> {
  await shop.reaches('CANCELLED', purchase.orderId);
  await eventually(async () => {
    const account = await accountOf(shop, purchase);
    expect(account.order).toMatchObject({ status: 'CANCELLED', reason: 'internal_error' });
    expectAgreement(purchase, account);
  }, PATIENCE);
}

describe('an order whose capture the provider never confirms', () => {
  const VOIDED: Partial<ProviderPaymentRecord> = { status: 'canceled', amountReceived: 0, amountRefunded: 0 };
  const REFUNDED: Partial<ProviderPaymentRecord> = { charges: 1, amountReceived: 1999, amountRefunded: 1999 };

  it.each([
    // Runs first, since an open circuit breaker captures nothing for a while.
    ['which it did', 'lost_answer', REFUNDED],
    ['since it did not', 'error', VOIDED],
  ] as const)(
    '%s, ends as internal_error, and has its money back',
    async (_, fault, book) => {
      await putFault(shop, { operation: 'capture', fault }, EVERY_TIME);
      const purchase = await buy();
      await expectGivenUp(purchase);
      expect(await shop.paymentRecordsOf(purchase.orderId)).toEqual([expect.objectContaining(book)]);
    },
    SLOW_MACHINE,
  );
});

describe('an order that can’t be compensated', () => {
  it(
    'is parked with an alarm after its last try, and finished by an operator’s command once the cause is fixed',
    async () => {
      for (const operation of ['capture', 'cancel'] as const)
        await putFault(shop, { operation, fault: 'error' }, EVERY_TIME);
      const purchase = await buy();
      await failEveryAttempt(purchase);

      const { url, letter } = await parkedLetterOf('order', purchase.orderId);
      expect(attributesOf(letter)).toMatchObject({
        attempts: `${LAST_ATTEMPT}`,
        reason: expect.stringMatching(/Not decided after 5 attempts/),
      });
      expect((await alarmOf(url)).AlarmDescription).toContain('npm run redrive');
      await expectLeftAlone(purchase, url);

      await endFaults(shop);
      const redrive = `npm run redrive -- ${purchase.orderId}`;
      expect(await type(redrive, own.stageFile)).toContain('Redriven as attempt 6.');
      await expectGivenUp(purchase);
      expect(await shop.paymentRecordsOf(purchase.orderId)).toEqual([expect.objectContaining({ status: 'canceled' })]);
      expect(await type(redrive, own.stageFile)).toContain('It is decided');
    },
    SLOW_MACHINE,
  );
});

describe('a trip that can’t be compensated', () => {
  it(
    'is parked with an alarm after its last try, and finished by an operator’s command once the hotel takes the rooms back',
    async () => {
      await putFault(shop, { provider: 'hotel', operation: 'cancel', fault: 'decline' }, EVERY_TIME);
      const declined = { paymentMethod: 'pm_card_visa_chargeDeclined' };
      const bookingId = await bookTrip(shop, await newTrip(shop), declined);
      const ask = invokerOn(own.running());
      await eventually(
        async () => expect(await ask(RedriveBooking, { bookingId })).toMatchObject({ attempt: LAST_ATTEMPT }),
        { within: SLOW_MACHINE / 2, every: 1000 },
      );

      const { url, letter } = await parkedLetterOf('booking', bookingId);
      expect(attributesOf(letter)).toMatchObject({ reason: expect.stringMatching(/Not decided after 5 attempts/) });
      expect((await alarmOf(url)).AlarmDescription).toContain('npm run redrive');

      await endFaults(shop);
      expect(await type(`npm run redrive -- ${bookingId}`, own.stageFile)).toContain('Redriven as attempt 6.');
      const booking = await decidedTrip(shop, bookingId);
      expect(booking).toMatchObject({ status: 'CANCELLED', reason: 'payment_declined' });
      await expectAgreementOn(shop, booking);
    },
    SLOW_MACHINE,
  );
});

/** Redrives it after each failure, sooner than the sweeper would, until it is parked. */
async function failEveryAttempt({ orderId }: Purchase): Promise<void> {
  const ask = invokerOn(own.running());
  await eventually(async () => expect(await ask(RedriveOrder, { orderId })).toMatchObject({ attempt: LAST_ATTEMPT }), {
    within: SLOW_MACHINE / 2,
    every: 1000,
  });
}

/** Dead letter of the sweeper after the last attempt. */
async function parkedLetterOf(service: 'order' | 'booking', id: string) {
  const { target } = own.running();
  const cloudFormation = new CloudFormationClient(clientOptions(target));
  const url = await resourceOf(service, 'AWS::SQS::Queue', 'SweepDeadLetters', cloudFormation);
  const sqs = new SQSClient(clientOptions(target));
  await eventually(
    async () => {
      await own.sweep(service);
      expect(await lettersIn(url)).toBe(1);
    },
    { ...PATIENCE, every: 2000 },
  );
  return { url, letter: await deadLetterIn(url, id, sqs) };
}

async function lettersIn(QueueUrl: string): Promise<number> {
  const sqs = new SQSClient(clientOptions(own.running().target));
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return Number(Attributes?.ApproximateNumberOfMessages);
}

/** The alarm of the first message in a queue. */
async function alarmOf(url: string): Promise<MetricAlarm> {
  const cloudWatch = new CloudWatchClient(clientOptions(own.running().target));
  const alarms: MetricAlarm[] = [];
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: cloudWatch }, {}))
    alarms.push(...MetricAlarms);
  const queueName = url.split('/').at(-1);
  const alarm = alarms.find(({ Dimensions = [] }) => Dimensions.some(({ Value }) => Value === queueName));
  if (!alarm) throw new Error(`Nothing watches ${queueName}`);
  expect(alarm).toMatchObject({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 });
  return alarm;
}

/** The order keeps its state, and the sweeper ignores it. */
async function expectLeftAlone(purchase: Purchase, url: string): Promise<void> {
  await own.sweep();
  expect(await lettersIn(url)).toBe(0);
  const { order, books, stock } = await accountOf(shop, purchase);
  expect([order?.status, moneyIn(books), stock]).toEqual(['PLACED', order?.total.amount, { onHand: 2, reserved: 1 }]);
}
