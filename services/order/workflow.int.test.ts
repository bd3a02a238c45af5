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
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@waypost/test-kit';
import { stageFromEnvironment } from '@waypost/stages';
import { anOrder } from './test/build-order.ts';
import { rehearsalTemplate, type Script } from './test/rehearsal-stack.ts';
import { workflowInputOf } from './src/adapters/order-workflow.ts';

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

/** Plays an order through the workflow and tells how it ended and which states it entered: its Standard transitions. */
async function rehearse(script: Script) {
  const input = JSON.stringify(workflowInputOf(anOrder(), JSON.stringify(script)));
  const { executionArn } = await stepFunctions.send(new StartExecutionCommand({ stateMachineArn, input }));
  const { status, output = '{}' } = await eventually(
    async () => {
      const execution = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
      expect(execution.status).not.toBe('RUNNING');
      return execution;
    },
    { within: 60_000 },
  );
  const { events = [] } = await stepFunctions.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 500 }));
  const states = events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
  const { asked }: { asked?: { reason?: string } } = JSON.parse(output);
  return { status, states, reason: asked?.reason };
}

const release = ['ReleaseStock', 'CancelOrder'];
const undo = ['UndoPayment', ...release];
const cancel = ['CancelShipments', ...undo];
const prepared = ['PrepareOrder', 'IsPrepared'];
const authorized = [...prepared, 'AuthorizePayment', 'IsAuthorized'];
const arranged = [...authorized, 'ArrangeShipments', 'AreShipmentsArranged'];
const gone = { throws: 'PermanentError' } as const;

describe('an order that everybody agrees to', () => {
  it('is confirmed in nine transitions', async () => {
    const { status, states } = await rehearse({});
    expect(status).toBe('SUCCEEDED');
    expect(states).toEqual([...arranged, 'CapturePayment', 'IsCaptured', 'ConfirmOrder']);
    expect(states).toHaveLength(9);
  });
});

describe('an order that somebody refuses, or fails at', () => {
  it.each<[string, Script, readonly string[], string]>([
    ['out of stock', { 'reserve-stock': { outcome: 'out_of_stock' } }, [...prepared, ...release], 'out_of_stock'],
    ['no stock answer', { 'reserve-stock': gone }, [...prepared, ...release], 'internal_error'],
    ['no carrier', { 'quote-shipping': { outcome: 'unavailable' } }, [...prepared, ...release], 'shipping_unavailable'],
    ['no quote answer', { 'quote-shipping': gone }, [...prepared, ...release], 'internal_error'],
    ['card declined', { 'authorize-payment': { outcome: 'declined' } }, [...authorized, ...undo], 'payment_declined'],
    ['authorizing fails', { 'authorize-payment': gone }, [...authorized.slice(0, 3), ...undo], 'internal_error'],
    [
      'authorizing refused',
      { 'authorize-payment': { outcome: 'refused' } },
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
      'capture declined',
      { 'capture-payment': { outcome: 'declined' } },
      [...arranged, 'CapturePayment', 'IsCaptured', ...cancel],
      'payment_declined',
    ],
    ['capturing fails', { 'capture-payment': gone }, [...arranged, 'CapturePayment', ...cancel], 'internal_error'],
  ])('(%s) undoes all that may have begun, in reverse, and says why', async (_, script, path, because) => {
    const { status, states, reason } = await rehearse(script);
    expect({ status, states, reason }).toEqual({ status: 'SUCCEEDED', states: path, reason: because });
  });
});

describe('an order that can not be confirmed', () => {
  it('ends undecided, with nothing undone, for whoever drives it again', async () => {
    const { status, states } = await rehearse({ 'confirm-order': gone });
    expect(status).toBe('FAILED');
    expect(states.at(-1)).toBe('ConfirmOrder');
  });
});
