import {
  grantTaskCompletion,
  commandArn,
  type functionsOf,
  type ServiceTable,
  type StageProfile,
  Workflow,
} from '@waypost/cdk-kit';
import type { Arns } from '@waypost/cdk-kit/workflow-tasks';
import {
  ArrangeShipment,
  AuthorizePayment,
  CancelShipments,
  CapturePayment,
  QuoteShipping,
  ReleaseStock,
  ReserveStock,
  StopShipments,
  ReversePayment,
} from '@waypost/contracts';
import type { Stack } from 'aws-cdk-lib';
import { arrangeShipments, prepareOrder, stopShipments } from './express-workflows.ts';
import { orderWorkflow } from './workflow.ts';

const ASKED = [
  ReserveStock,
  ReleaseStock,
  AuthorizePayment,
  CapturePayment,
  ReversePayment,
  QuoteShipping,
  ArrangeShipment,
  CancelShipments,
];

/** OrderWorkflow, the two Express workflows that it runs, and the functions that only they ask. */
export function orderWorkflows(
  stack: Stack,
  stage: StageProfile,
  { table, define }: { readonly table: ServiceTable; readonly define: ReturnType<typeof functionsOf> },
): Workflow {
  const arns: Arns = {
    ...Object.fromEntries(ASKED.map((command) => [command.name, commandArn(stack, stage, command)])),
    ...ownCommands(stage, { table, define }),
  };
  const named = (...names: readonly string[]) => names.flatMap((name) => arns[name] ?? []);
  const express = { stage, service: 'order', type: 'EXPRESS' } as const;

  const prepare = new Workflow(stack, 'prepare-order', {
    ...express,
    definition: prepareOrder(arns),
    invokes: named('reserve-stock', 'assess-risk', 'quote-shipping'),
    impact: 'orders are cancelled with internal_error before anything is paid',
  });
  const arrange = new Workflow(stack, 'arrange-shipments', {
    ...express,
    definition: arrangeShipments(arns),
    invokes: named('check-order', 'reserve-stock', 'arrange-shipment'),
    impact: 'orders are cancelled with internal_error, and authorized payments voided',
  });
  const { reviewTimeout, paymentTimeout } = stage.orders;
  return new Workflow(stack, 'order-workflow', {
    stage,
    service: 'order',
    type: 'STANDARD',
    definition: orderWorkflow(
      { ...arns, 'prepare-order': prepare.stateMachineArn, 'arrange-shipments': arrange.stateMachineArn },
      { review: reviewTimeout.toSeconds(), payment: paymentTimeout.toSeconds() },
    ),
    invokes: named(
      'await-review',
      'authorize-payment',
      'await-payment',
      'capture-payment',
      'confirm-order',
      'begin-compensation',
      'cancel-shipments',
      'reverse-payment',
      'release-stock',
      'cancel-order',
    ),
    starts: [prepare, arrange],
    impact: 'orders stay pending, with stock reserved or payments authorized, until the sweeper redrives them',
  });
}

/** The Express workflow that asks shipping about a confirmed order which its shopper wants to cancel. */
export function stopWorkflow(stack: Stack, stage: StageProfile): Workflow {
  const stop = commandArn(stack, stage, StopShipments);
  return new Workflow(stack, 'stop-shipments', {
    stage,
    service: 'order',
    type: 'EXPRESS',
    definition: stopShipments({ [StopShipments.name]: stop }),
    invokes: [stop],
    impact: 'confirmed orders are cancelled late, when the sweeper retries',
  });
}

function ownCommands(
  stage: StageProfile,
  { table, define }: { readonly table: ServiceTable; readonly define: ReturnType<typeof functionsOf> },
): Arns {
  const risk = define('assess-risk', {
    impact: 'new orders wait, and are cancelled with internal_error if it persists',
    environment: { REVIEW_THRESHOLD: String(stage.orders.reviewThreshold) },
  });
  const check = define('check-order', {
    impact: 'orders with an authorized payment wait, and are compensated if it persists',
  });
  const awaitReview = define('await-review', { impact: 'orders that need a review are cancelled with internal_error' });
  const awaitPayment = define('await-payment', {
    impact: 'orders whose payment needs authentication are cancelled with internal_error',
  });
  const confirm = define('confirm-order', { impact: 'paid orders are not confirmed' });
  const undo = define('begin-compensation', { impact: 'failed orders keep stock reserved and payments authorized' });
  const cancel = define('cancel-order', { impact: 'compensated orders are not shown as cancelled' });
  table.allow(check, ['GetItem']);
  for (const writing of [awaitReview, awaitPayment, confirm, undo, cancel])
    table.allow(writing, ['GetItem', 'PutItem']);
  for (const telling of [awaitReview, awaitPayment]) grantTaskCompletion(telling);
  return {
    'assess-risk': risk.live.functionArn,
    'check-order': check.live.functionArn,
    'await-review': awaitReview.live.functionArn,
    'await-payment': awaitPayment.live.functionArn,
    'confirm-order': confirm.live.functionArn,
    'begin-compensation': undo.live.functionArn,
    'cancel-order': cancel.live.functionArn,
  };
}
