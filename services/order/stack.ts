import {
  commandArn,
  EventConsumer,
  functionsOf,
  OutboxRelay,
  platformOf,
  publishParameter,
  ServiceApi,
  type ServiceFunction,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  type StageProfile,
  Workflow,
} from '@waypost/cdk-kit';
import {
  ArrangeShipment,
  AuthorizePayment,
  CancelShipments,
  CapturePayment,
  GetOrder,
  ListOrders,
  OrderPlaced,
  PlaceOrder,
  ProductChanged,
  QuoteShipping,
  ReleaseStock,
  ReserveStock,
  UndoPayment,
} from '@waypost/contracts';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CancelOrder, ConfirmOrder } from './src/commands.ts';
import { type Arns, arrangeShipments, orderWorkflow, prepareOrder } from './workflow.ts';

const ASKED = [
  ReserveStock,
  ReleaseStock,
  AuthorizePayment,
  CapturePayment,
  UndoPayment,
  QuoteShipping,
  ArrangeShipment,
  CancelShipments,
];

/** Orders: placed by shoppers, driven by a workflow to CONFIRMED or CANCELLED. */
export class OrderStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('order', stage), stackProps('order', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Orders', { stage });
    table.addIndex('shopper', ['orderId', 'status', 'total', 'placedAt', 'lines']);
    const define = functionsOf(this, {
      service: 'order',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const place = define('place-order', { impact: 'nobody can place orders' });
    const get = define('get-order', { impact: 'shoppers cannot see what becomes of their orders' });
    const list = define('list-orders', { impact: 'shoppers cannot see their earlier orders' });
    const confirm = define('confirm-order', { impact: 'orders that are paid are not told as confirmed' });
    const cancel = define('cancel-order', { impact: 'orders that are undone are not told as cancelled' });
    const project = define('project-product', { impact: 'new products cannot be ordered, and prices are old' });
    const relay = define('relay-outbox', { impact: 'orders are placed, but nothing follows from them' });
    const start = define('start-order-workflow', { impact: 'orders stay PLACED until they are driven again' });

    table.allow(place, ['BatchGetItem', 'GetItem', 'PutItem']);
    table.allow(get, ['GetItem']);
    table.allowIndex(list, 'shopper');
    table.allow(confirm, ['GetItem', 'PutItem']);
    table.allow(cancel, ['GetItem', 'PutItem']);
    table.allow(project, ['PutItem']);
    table.allow(start, ['GetItem']);

    const { bus } = platform;
    new OutboxRelay(this, 'Relay', { stage, table, bus, function: relay });
    new EventConsumer(this, 'ProductChanges', {
      stage,
      bus,
      events: [ProductChanged],
      function: project,
      impact: 'the products in it cannot be ordered, or have an old price',
    });
    new EventConsumer(this, 'PlacedOrders', {
      stage,
      bus,
      events: [OrderPlaced],
      function: start,
      impact: 'the orders in it stay PLACED until they are driven again',
    });
    const workflow = orderWorkflows(this, stage, { confirm, cancel });
    start.addEnvironment('WORKFLOW_ARN', workflow.stateMachineArn);
    start.allow(['states:StartExecution'], workflow.stateMachineArn);

    const routes = [[PlaceOrder, place] as const, [GetOrder, get] as const, [ListOrders, list] as const];
    new ServiceApi(this, 'Api', { stage, service: 'order', platform, routes });
    publishParameter(this, { stage, owner: 'order', name: 'table-name', value: table.tableName });
    publishParameter(this, { stage, owner: 'order', name: 'workflow-arn', value: workflow.stateMachineArn });
  }
}

/** OrderWorkflow and the two Express workflows that it runs. */
function orderWorkflows(
  stack: Stack,
  stage: StageProfile,
  { confirm, cancel }: { readonly confirm: ServiceFunction; readonly cancel: ServiceFunction },
): Workflow {
  const arns: Arns = Object.fromEntries(ASKED.map((command) => [command.name, commandArn(stack, stage, command)]));
  const own: Arns = { [ConfirmOrder.name]: confirm.live.functionArn, [CancelOrder.name]: cancel.live.functionArn };
  const named = (...names: readonly string[]) => names.flatMap((name) => arns[name] ?? own[name] ?? []);
  const express = { stage, service: 'order', type: 'EXPRESS' } as const;

  const prepare = new Workflow(stack, 'prepare-order', {
    ...express,
    definition: prepareOrder(arns),
    invokes: named('reserve-stock', 'quote-shipping'),
    impact: 'orders are cancelled with internal_error before anything is paid',
  });
  const arrange = new Workflow(stack, 'arrange-shipments', {
    ...express,
    definition: arrangeShipments(arns),
    invokes: named('arrange-shipment'),
    impact: 'orders are cancelled with internal_error, and authorized payments voided',
  });
  return new Workflow(stack, 'order-workflow', {
    stage,
    service: 'order',
    type: 'STANDARD',
    definition: orderWorkflow({
      ...arns,
      ...own,
      'prepare-order': prepare.stateMachineArn,
      'arrange-shipments': arrange.stateMachineArn,
    }),
    invokes: named(
      'authorize-payment',
      'capture-payment',
      'undo-payment',
      'release-stock',
      'cancel-shipments',
      'confirm-order',
      'cancel-order',
    ),
    starts: [prepare, arrange],
    impact: 'orders end undecided, with stock held or money authorized, until they are driven again',
  });
}
