import {
  grantCommand,
  addTokenVerification,
  grantTaskCompletion,
  EventConsumer,
  functionsOf,
  OutboxRelay,
  platformOf,
  publishCommand,
  publishParameter,
  ScheduledJob,
  ServiceApi,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
} from '@waypost/cdk-kit';
import {
  ClaimCart,
  DeleteCartItem,
  GetCart,
  GetOrder,
  ListOrders,
  ListReturnsInReview,
  LookUpStock,
  OrderPlaced,
  PaymentAuthenticated,
  PaymentRefunded,
  PaymentSettled,
  PlaceOrder,
  ProductChanged,
  PutCartItem,
  RedriveOrder,
  RequestCancellation,
  RequestReturn,
  ReturnLost,
  ReturnReceived,
  ReturnRefundFailed,
  ReviewOrder,
  SettleReturn,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PARCEL_EVENTS } from './src/parcel-events.ts';
import { orderWorkflows, stopWorkflow } from './workflow-stack.ts';

/** Orders: placed by shoppers, confirmed or cancelled by a workflow, then advanced by events to COMPLETED. */
export class OrderStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('order', stage), stackProps('order', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Orders', { stage });
    table.addIndex('shopper', ['orderId', 'status', 'total', 'placedAt', 'lines']);
    table.addIndex('pending', ['orderId']);
    table.addIndex('returns', ['orderId', 'returns']);
    const define = functionsOf(this, {
      service: 'order',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const place = define('place-order', { impact: 'shoppers cannot place orders' });
    const get = define('get-order', { impact: 'shoppers cannot see the status of an order' });
    const list = define('list-orders', { impact: 'shoppers cannot list their orders' });
    const review = define('review-order', { impact: 'operators cannot review orders, and orders in review time out' });
    const getCart = define('get-cart', { impact: 'shoppers cannot see their carts' });
    const putItem = define('put-cart-item', { impact: 'shoppers cannot add items to their carts' });
    const deleteItem = define('delete-cart-item', { impact: 'shoppers cannot remove items from their carts' });
    const claimCart = define('claim-cart', {
      impact: 'shoppers who sign in miss the items of their guest carts',
    });
    const cancel = define('request-cancellation', {
      impact: 'shoppers cannot cancel orders',
      // As long as the gateway waits: shipping may have to ask the carrier.
      timeout: Duration.seconds(29),
    });
    const sendBack = define('request-return', { impact: 'shoppers cannot request returns' });
    const settleReturn = define('settle-return', {
      impact: 'operators cannot settle returns that are lost or whose refund failed',
    });
    const listReturns = define('list-returns-in-review', {
      impact: 'operators cannot see returns that wait for them',
    });
    const follow = define('follow-order', {
      impact: 'orders keep an outdated status, are not completed, and returns are not refunded',
    });
    const project = define('project-product', { impact: 'new products cannot be ordered, and prices are outdated' });
    const relay = define('relay-outbox', { impact: 'orders are placed but not processed' });
    const start = define('start-order-workflow', {
      impact: 'orders stay PLACED until the sweeper starts their workflows',
    });
    const authenticated = define('record-authentication', {
      impact: 'orders time out although their shoppers authenticated the payment',
    });
    const sweep = define('sweep-orders', {
      impact: 'orders whose workflow failed stay pending, with stock reserved or payments authorized',
      timeout: Duration.minutes(1),
    });
    const redrive = define('redrive-order', { impact: 'operators cannot redrive parked orders or bookings' });

    table.allow(place, ['BatchGetItem', 'GetItem', 'PutItem']);
    table.allow(getCart, ['BatchGetItem', 'GetItem']);
    table.allow(putItem, ['BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem']);
    table.allow(deleteItem, ['BatchGetItem', 'GetItem', 'UpdateItem']);
    table.allow(claimCart, ['BatchGetItem', 'GetItem', 'PutItem']);
    addTokenVerification(this, stage, getCart, putItem, deleteItem);
    const showing = [getCart, putItem, deleteItem, claimCart];
    grantCommand(this, stage, { asks: LookUpStock, variable: 'LOOK_UP_STOCK_ARN', handlers: showing });
    table.allow(get, ['GetItem']);
    table.allowIndex(list, 'shopper');
    table.allowIndex(listReturns, 'returns');
    table.allow(project, ['PutItem']);
    table.allow(start, ['GetItem']);
    table.allowIndex(sweep, 'pending');
    for (const writing of [review, cancel, sendBack, settleReturn, authenticated, sweep, redrive, follow])
      table.allow(writing, ['GetItem', 'PutItem']);

    const { bus } = platform;
    new OutboxRelay(this, 'Relay', { stage, table, bus, function: relay });
    new EventConsumer(this, 'ProductChanges', {
      stage,
      bus,
      events: [ProductChanged],
      function: project,
    });
    new EventConsumer(this, 'PlacedOrders', {
      stage,
      bus,
      events: [OrderPlaced],
      function: start,
    });
    new EventConsumer(this, 'Authentications', {
      stage,
      bus,
      events: [PaymentAuthenticated],
      function: authenticated,
    });
    new EventConsumer(this, 'Fulfilment', {
      stage,
      bus,
      events: [...PARCEL_EVENTS, PaymentSettled, ReturnReceived, ReturnLost, PaymentRefunded, ReturnRefundFailed],
      function: follow,
    });
    const { deadLetters } = new ScheduledJob(this, 'Sweep', {
      stage,
      every: Duration.minutes(1),
      function: sweep,
      impact: 'parked orders are compensated only in part',
      firstAction: 'read the reason, then run npm run redrive -- <orderId>',
    });
    deadLetters.acceptMessagesFrom(redrive);

    const workflow = orderWorkflows(this, stage, { table, define });
    const stop = stopWorkflow(this, stage);
    for (const asking of [cancel, sweep, redrive]) {
      asking.addEnvironment('STOP_WORKFLOW_ARN', stop.stateMachineArn);
      asking.allow(['states:StartSyncExecution'], stop.stateMachineArn);
    }
    for (const driving of [start, cancel, sweep, redrive]) {
      driving.addEnvironment('WORKFLOW_ARN', workflow.stateMachineArn);
      driving.allow(['states:StartExecution'], workflow.stateMachineArn);
    }
    for (const looking of [sweep, redrive]) looking.allow(['states:DescribeExecution'], workflow.executionArns);
    for (const telling of [review, cancel, authenticated, sweep, redrive]) grantTaskCompletion(telling);
    publishCommand(this, stage, RedriveOrder, redrive);

    new ServiceApi(this, 'Api', {
      stage,
      service: 'order',
      platform,
      routes: [
        [PlaceOrder, place],
        [GetOrder, get],
        [ListOrders, list],
        [ReviewOrder, review],
        [RequestCancellation, cancel],
        [RequestReturn, sendBack],
        [SettleReturn, settleReturn],
        [ListReturnsInReview, listReturns],
        [GetCart, getCart],
        [PutCartItem, putItem],
        [DeleteCartItem, deleteItem],
        [ClaimCart, claimCart],
      ],
    });
    publishParameter(this, { stage, owner: 'order', name: 'table-name', value: table.tableName });
    publishParameter(this, { stage, owner: 'order', name: 'workflow-arn', value: workflow.stateMachineArn });
  }
}
