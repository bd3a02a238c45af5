import { describe, expect, it } from 'vitest';
import { namedError, randomFrom, schedulerOf, stateMachines, taskTokens } from '@waypost/test-kit/simulation';
import { arrangeShipments, prepareOrder, stopShipments } from './express-workflows.ts';
import { orderWorkflow } from './workflow.ts';

const names = [
  'reserve-stock',
  'release-stock',
  'authorize-payment',
  'capture-payment',
  'reverse-payment',
  'quote-shipping',
  'arrange-shipment',
  'cancel-shipments',
  'stop-shipments',
  'assess-risk',
  'await-review',
  'await-payment',
  'check-order',
  'confirm-order',
  'begin-compensation',
  'cancel-order',
  'prepare-order',
  'arrange-shipments',
];
const arns = Object.fromEntries(
  names.map((name) => [name, `arn:aws:lambda:eu-central-1:123456789012:function:${name}:live`]),
);
const WAITS = { review: 300, payment: 200 };
const workflow = orderWorkflow(arns, WAITS);

describe.each([
  ['OrderWorkflow', workflow],
  ['PrepareOrder', prepareOrder(arns)],
  ['ArrangeShipments', arrangeShipments(arns)],
  ['StopShipments', stopShipments(arns)],
])('%s', (_, definition) => {
  it('puts a timeout on every task, since the timeout of an execution runs no Catch', () => {
    const tasks = JSON.stringify(definition).match(/"Type":"Task"/g) ?? [];
    const timeouts = JSON.stringify(definition).match(/"TimeoutSeconds":\d+/g) ?? [];
    expect(timeouts).toHaveLength(tasks.length);
  });
});

describe('what OrderWorkflow undoes', () => {
  const fieldOf = (state: string, field: string) => workflow.States[state]?.[field];

  it('is recorded first, whatever failed', () => {
    const failing = ['PrepareOrder', 'AwaitReview', 'AuthorizePayment', 'AwaitPayment', 'ArrangeShipments'];
    for (const state of [...failing, 'CapturePayment']) {
      const caught = fieldOf(state, 'Catch') as readonly { Next: string }[];
      expect(new Set(caught.map(({ Next }) => Next))).toEqual(new Set(['BeginCompensation']));
    }
  });

  it('is undone in reverse', () => {
    const compensation = ['CancelShipments', 'ReversePayment', 'ReleaseStock', 'CancelOrder'];
    expect(compensation.map((state) => fieldOf(state, 'Next'))).toEqual([...compensation.slice(1), undefined]);
    expect(fieldOf('CancelOrder', 'End')).toBe(true);
  });

  it('retries each task and catches no error: the sweeper redrives an order that fails', () => {
    for (const state of ['BeginCompensation', 'CancelShipments', 'ReversePayment', 'ReleaseStock', 'CancelOrder']) {
      expect(fieldOf(state, 'Retry')).toMatchObject([{ MaxAttempts: 10, JitterStrategy: 'FULL' }]);
      expect(fieldOf(state, 'Catch')).toBeUndefined();
    }
  });
});

describe('a wait for people', () => {
  it('lasts as long as the stage says, and its end is caught by name', () => {
    for (const [state, seconds, reason] of [
      ['AwaitReview', 300, 'review_timeout'],
      ['AwaitPayment', 200, 'payment_timeout'],
    ] as const) {
      expect(workflow.States[state]).toMatchObject({
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        TimeoutSeconds: seconds,
        Catch: [{ ErrorEquals: ['States.Timeout'], Assign: { reason } }, { ErrorEquals: ['States.ALL'] }],
      });
    }
  });
});

const ANSWERS: Readonly<Record<string, unknown>> = {
  'reserve-stock': { outcome: 'reserved', parts: [{ warehouse: 'north', lines: [] }] },
  'assess-risk': { outcome: 'low' },
  'quote-shipping': { outcome: 'quoted', carrier: 'parcel-post' },
  'authorize-payment': { outcome: 'authorized' },
  'check-order': { outcome: 'go_on' },
  'arrange-shipment': { outcome: 'arranged', shipmentId: 'shp_1', warehouse: 'north' },
  'capture-payment': { outcome: 'captured' },
  'confirm-order': { outcome: 'confirmed' },
  'begin-compensation': { outcome: 'compensating', reason: 'internal_error' },
};

/** Walks the workflow and gives what it asked, in order; what has no answer fails for good. */
async function walked(
  attempt: number,
  answers: typeof ANSWERS,
  onAsked: (name: string, payload: unknown) => void = () => {},
): Promise<readonly string[]> {
  const asked: string[] = [];
  const scheduler = schedulerOf(randomFrom(1));
  const own = Object.fromEntries(names.map((name) => [name, name]));
  const machines = stateMachines({
    scheduler,
    tokens: taskTokens(),
    definitions: {
      'order-workflow': orderWorkflow(own, WAITS),
      'prepare-order': prepareOrder(own),
      'arrange-shipments': arrangeShipments(own),
    },
    invoke: async (name, payload) => {
      asked.push(name);
      onAsked(name, payload);
      const undone = ['cancel-shipments', 'reverse-payment', 'release-stock', 'cancel-order'];
      if (answers[name] === undefined && !undone.includes(name)) throw namedError('PermanentError', name);
      return answers[name] ?? { outcome: 'reversed' };
    },
  });
  const facts = { shopperId: 'ann', lines: [], total: {}, paymentMethod: 'pm_1', address: {} };
  machines.start('order-workflow', { name: 'it', input: { orderId: 'o', correlationId: 'o', attempt, ...facts } });
  await scheduler.run();
  return asked;
}

describe('a function that fails with an error of Lambda', () => {
  it.each(['Sandbox.Timedout', 'Runtime.ExitError', 'Lambda.Unknown', 'Lambda.TooManyRequestsException'])(
    'is called again after %s',
    async (error) => {
      const failed = new Set<string>();
      const asked = await walked(1, ANSWERS, (name) => {
        if (failed.has(name)) return;
        failed.add(name);
        throw namedError(error, name);
      });
      expect(asked).not.toContain('begin-compensation');
      expect(asked.slice(-2)).toEqual(['confirm-order', 'confirm-order']);
    },
  );
});

describe('a payment that fails', () => {
  const answers = { ...ANSWERS, 'authorize-payment': undefined };

  it('is undone with the stock, for shipments were not asked for yet', async () => {
    expect((await walked(1, answers)).slice(-4)).toEqual([
      'begin-compensation',
      'reverse-payment',
      'release-stock',
      'cancel-order',
    ]);
  });

  it('is undone with the shipments too where an earlier attempt may have arranged some', async () => {
    expect((await walked(2, answers)).slice(-5)).toEqual([
      'begin-compensation',
      'cancel-shipments',
      'reverse-payment',
      'release-stock',
      'cancel-order',
    ]);
  });
});

describe('an order that was rejected though it needed no review', () => {
  it.each([
    ['while it waits for its payment', { 'authorize-payment': { outcome: 'review_rejected' } }],
    ['before its shipments are arranged', { 'check-order': { outcome: 'rejected', reason: 'review_rejected' } }],
    ['before it is confirmed', { 'confirm-order': { outcome: 'rejected', reason: 'review_rejected' } }],
  ])('%s is undone for that reason', async (_, answers) => {
    const reasons: unknown[] = [];
    await walked(1, { ...ANSWERS, ...answers }, (name, data) => {
      if (name === 'begin-compensation') reasons.push(data);
    });
    expect(reasons).toMatchObject([{ data: { reason: 'review_rejected' } }]);
  });
});
