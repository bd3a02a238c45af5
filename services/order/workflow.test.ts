import { describe, expect, it } from '@jest/globals';
import { arrangeShipments, prepareOrder } from './express-workflows.ts';
import { orderWorkflow } from './workflow.ts';

const arns = Object.fromEntries(
  [
    ...['reserve-stock', 'release-stock', 'authorize-payment', 'capture-payment', 'undo-payment', 'quote-shipping'],
    ...['arrange-shipment', 'cancel-shipments', 'assess-risk', 'await-review', 'await-payment', 'check-order'],
    ...['confirm-order', 'begin-undoing', 'cancel-order', 'prepare-order', 'arrange-shipments'],
  ].map((name) => [name, `arn:aws:lambda:eu-central-1:123456789012:function:${name}:live`]),
);
const workflow = orderWorkflow(arns, { review: 300, payment: 200 });

describe.each([
  ['OrderWorkflow', workflow],
  ['PrepareOrder', prepareOrder(arns)],
  ['ArrangeShipments', arrangeShipments(arns)],
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
      expect(new Set(caught.map(({ Next }) => Next))).toEqual(new Set(['BeginUndoing']));
    }
  });

  it('is undone in reverse', () => {
    const undoing = ['CancelShipments', 'UndoPayment', 'ReleaseStock', 'CancelOrder'];
    expect(undoing.map((state) => fieldOf(state, 'Next'))).toEqual([...undoing.slice(1), undefined]);
    expect(fieldOf('CancelOrder', 'End')).toBe(true);
  });

  it('is retried by itself, and never caught: what fails to the end is driven again', () => {
    for (const state of ['BeginUndoing', 'CancelShipments', 'UndoPayment', 'ReleaseStock', 'CancelOrder']) {
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
