import { randomUUID } from 'node:crypto';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@waypost/test-kit';
import { stageFromEnvironment } from '@waypost/stages';
import { anOrder, decidedOn } from './test/build-order.ts';
import { rehearsalTemplate, type Script } from './test/rehearsal-stack.ts';
import { workflowInputOf } from './src/adapters/order-workflow.ts';
import type { Order } from './src/domain/order/order.ts';

const cloudFormation = new CloudFormationClient({});
const stepFunctions = new SFNClient({});
const StackName = `rehearsal-${randomUUID().slice(0, 8)}`;
const waiting = { client: cloudFormation, maxWaitTime: 60, minDelay: 1, maxDelay: 1 };
let stateMachineArn: string;

beforeAll(async () => {
  const TemplateBody = JSON.stringify(rehearsalTemplate(stageFromEnvironment(), StackName));
  await cloudFormation.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities: ['CAPABILITY_IAM'] }));
  await waitUntilStackCreateComplete(waiting, { StackName });
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
  stateMachineArn = Stacks?.[0]?.Outputs?.[0]?.OutputValue ?? '';
}, 90_000);

afterAll(async () => {
  await cloudFormation.send(new DeleteStackCommand({ StackName }));
  await waitUntilStackDeleteComplete(waiting, { StackName });
  cloudFormation.destroy();
  stepFunctions.destroy();
}, 90_000);

/** Runs an order through the workflow. Returns its result and the entered states: its Standard transitions. */
async function rehearse(script: Script, order: Order = anOrder()) {
  const correlationId = JSON.stringify(script);
  const input = JSON.stringify(workflowInputOf({ ...order, correlationId }));
  const { executionArn } = await stepFunctions.send(new StartExecutionCommand({ stateMachineArn, input }));
  const { status, output = '{}' } = await eventually(
    async () => {
      const execution = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
      expect(execution.status).not.toBe('RUNNING');
      return execution;
    },
    { within: 60_000 },
  );
  const events = await historyOf(executionArn);
  const states = events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
  const { asked }: { asked?: { reason?: string } } = JSON.parse(output);
  return { status, states, reason: asked?.reason };
}

async function historyOf(executionArn: string | undefined): Promise<readonly HistoryEvent[]> {
  const asked = new GetExecutionHistoryCommand({ executionArn, maxResults: 500 });
  return (await stepFunctions.send(asked)).events ?? [];
}

const prepared = ['PrepareOrder', 'IsPrepared'];
const reviewed = [...prepared, 'AwaitReview', 'IsApproved'];
const authorized = [...prepared, 'AuthorizePayment', 'IsAuthorized'];
const authenticated = [...authorized, 'AwaitPayment', 'IsAuthorized'];
const captured = ['ArrangeShipments', 'AreShipmentsArranged', 'CapturePayment'];
const confirmed = [...captured, 'ConfirmOrder', 'IsConfirmed', 'Confirmed'];
const release = ['BeginCompensation', 'WhatToUndo', 'ReleaseStock', 'CancelOrder'];
const undo = release.toSpliced(2, 0, 'ReversePayment');
const cancel = undo.toSpliced(2, 0, 'CancelShipments');
const arranged = [...authorized, ...captured.slice(0, 2)];
const gone = { throws: 'PermanentError' } as const;
const REVIEW = { 'assess-risk': { outcome: 'review', reason: ['large_total'] } } as const;
const AUTHENTICATION = {
  'authorize-payment': { outcome: 'authentication_required', nextActionUrl: 'https://pay.example/1' },
} as const;

describe('an order that everybody agrees to', () => {
  it('is confirmed in ten transitions', async () => {
    const { status, states } = await rehearse({});
    expect(status).toBe('SUCCEEDED');
    expect(states).toEqual([...authorized, ...confirmed]);
    expect(states).toHaveLength(10);
  });
});

describe('an order that a step rejects, or that fails at a step', () => {
  it.each<[string, Script, readonly string[], string]>([
    ['out of stock', { 'reserve-stock': { outcome: 'out_of_stock' } }, [...prepared, ...release], 'out_of_stock'],
    ['no stock answer', { 'reserve-stock': gone }, [...prepared, ...release], 'internal_error'],
    ['no risk answer', { 'assess-risk': gone }, [...prepared, ...release], 'internal_error'],
    ['no carrier', { 'quote-shipping': { outcome: 'unavailable' } }, [...prepared, ...release], 'shipping_unavailable'],
    ['no quote answer', { 'quote-shipping': gone }, [...prepared, ...release], 'internal_error'],
    ['card declined', { 'authorize-payment': { outcome: 'declined' } }, [...authorized, ...undo], 'payment_declined'],
    ['authorizing fails', { 'authorize-payment': gone }, [...authorized.slice(0, 3), ...undo], 'internal_error'],
    [
      'authorizing rejected',
      { 'authorize-payment': { outcome: 'rejected' } },
      [...authorized, ...undo],
      'internal_error',
    ],
    [
      'no shipment',
      { 'arrange-shipment': { outcome: 'unavailable' } },
      [...arranged, ...cancel],
      'shipping_unavailable',
    ],
    ['arranging fails', { 'arrange-shipment': gone }, [...arranged, ...cancel], 'internal_error'],
    [
      'cancelled before it is arranged',
      { 'check-order': { outcome: 'rejected', reason: 'cancel_requested' } },
      [...arranged, ...cancel],
      'customer_request',
    ],
    [
      'capture declined',
      {
        'capture-payment': { outcome: 'declined' },
        'confirm-order': { outcome: 'rejected', reason: 'not_captured' },
      },
      [...authorized, ...confirmed.slice(0, -1), ...cancel],
      'payment_declined',
    ],
    ['capturing fails', { 'capture-payment': gone }, [...authorized, ...captured, ...cancel], 'internal_error'],
    [
      'cancelled after the capture',
      { 'confirm-order': { outcome: 'rejected', reason: 'cancel_requested' } },
      [...authorized, ...confirmed.slice(0, -1), ...cancel],
      'customer_request',
    ],
  ])('(%s) undoes all that may have begun, in reverse, and says why', async (_, script, path, expected) => {
    const { status, states, reason } = await rehearse(script);
    expect({ status, states, reason }).toEqual({ status: 'SUCCEEDED', states: path, reason: expected });
  });
});

// The journeys cover completed tasks: here, no test has the token of a task.
describe('an order that waits', () => {
  it.each<[string, Script, readonly string[], string]>([
    ['an operator', REVIEW, [...reviewed.slice(0, -1), ...release], 'review_timeout'],
    ['its shopper', AUTHENTICATION, [...authenticated.slice(0, -1), ...undo], 'payment_timeout'],
  ])('for %s is compensated when the wait times out', async (_, script, path, expected) => {
    const { states, reason } = await rehearse(script);
    expect({ states, reason }).toEqual({ states: path, reason: expected });
  });

  it('goes on when the time is over, if the decision was recorded in time', async () => {
    const inTime = { 'begin-compensation': { outcome: 'rejected', reason: 'decided_in_time' } } as const;
    const { states: approved } = await rehearse({ ...REVIEW, ...inTime });
    expect(approved).toEqual([...reviewed.slice(0, -1), ...release.slice(0, 2), ...authorized.slice(2), ...confirmed]);
    const { states: paid } = await rehearse({ ...AUTHENTICATION, ...inTime });
    expect(paid).toEqual([...authenticated.slice(0, -1), ...release.slice(0, 2), ...confirmed]);
  });
});

describe('an order that is redriven', () => {
  it('is only undone further, once its undoing began', async () => {
    const order = decidedOn({ compensation: 'payment_declined' });
    const { states, reason } = await rehearse({}, order);
    expect({ states, reason }).toEqual({ states: [...prepared, ...cancel], reason: 'payment_declined' });
  });

  it('is left to the newer drive, if there is one', async () => {
    const newer = { outcome: 'rejected', reason: 'newer_attempt' } as const;
    const { status, states } = await rehearse({ 'reserve-stock': newer, 'begin-compensation': newer });
    expect(status).toBe('SUCCEEDED');
    expect(states).toEqual([...prepared, ...release.slice(0, 2), 'Superseded']);
  });
});

describe('an order that can not be confirmed', () => {
  it('ends pending and uncompensated, for the next attempt', async () => {
    const { status, states } = await rehearse({ 'confirm-order': gone });
    expect(status).toBe('FAILED');
    expect(states.at(-1)).toBe('ConfirmOrder');
  });
});
