import { describe, expect, it } from '@jest/globals';
import { arrangeShipments, orderWorkflow, prepareOrder } from './workflow.ts';

const arns = Object.fromEntries(
  [
    'reserve-stock',
    'release-stock',
    'authorize-payment',
    'capture-payment',
    'undo-payment',
    'quote-shipping',
    'arrange-shipment',
    'cancel-shipments',
    'confirm-order',
    'cancel-order',
    'prepare-order',
    'arrange-shipments',
  ].map((name) => [name, `arn:aws:lambda:eu-central-1:123456789012:function:${name}:live`]),
);

describe.each([
  ['OrderWorkflow', orderWorkflow(arns)],
  ['PrepareOrder', prepareOrder(arns)],
  ['ArrangeShipments', arrangeShipments(arns)],
])('%s', (_, definition) => {
  it('puts a timeout on every task, since the timeout of an execution runs no Catch', () => {
    const tasks = JSON.stringify(definition).match(/"Type":"Task"/g) ?? [];
    const timeouts = JSON.stringify(definition).match(/"TimeoutSeconds":\d+/g) ?? [];
    expect(timeouts).toHaveLength(tasks.length);
  });
});

describe('the straight path of OrderWorkflow', () => {
  it('has at most 10 transitions', () => {
    const states = orderWorkflow(arns).States;
    const straight = ['PrepareOrder', 'IsPrepared', 'AuthorizePayment', 'IsAuthorized', 'ArrangeShipments'];
    straight.push('AreShipmentsArranged', 'CapturePayment', 'IsCaptured', 'ConfirmOrder');
    expect(straight.every((name) => states[name])).toBe(true);
    expect(states['ConfirmOrder']).toMatchObject({ End: true });
    expect(straight.length).toBeLessThanOrEqual(10);
  });
});

describe('what OrderWorkflow undoes', () => {
  const states = orderWorkflow(arns).States;
  const undoing = (from: string): string[] => {
    const next = states[from]?.['Next'];
    return typeof next === 'string' ? [from, ...undoing(next)] : [from];
  };

  it.each([
    ['PrepareOrder', ['ReleaseStock', 'CancelOrder']],
    ['AuthorizePayment', ['UndoPayment', 'ReleaseStock', 'CancelOrder']],
    ['ArrangeShipments', ['CancelShipments', 'UndoPayment', 'ReleaseStock', 'CancelOrder']],
    ['CapturePayment', ['CancelShipments', 'UndoPayment', 'ReleaseStock', 'CancelOrder']],
  ])('after %s failed is all that may have begun, in reverse', (failing, undone) => {
    const { Catch } = states[failing] as { Catch: readonly { Next: string }[] };
    expect(Catch.map(({ Next }) => undoing(Next))).toEqual([undone]);
  });
});
