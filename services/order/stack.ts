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
  ReturnReceived,
  ReviewOrder,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PARCEL_EVENTS } from './src/parcel-events.ts';
import { orderWorkflows, stopWorkflow } from './workflow-stack.ts';

/** Orders: placed by shoppers, driven by a workflow to CONFIRMED or CANCELLED, and then followed by events to COMPLETED. */
export class OrderStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('order', stage), stackProps('order', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Orders', { stage });
    table.addIndex('shopper', ['orderId', 'status', 'total', 'placedAt', 'lines']);
    table.addIndex('pending', ['orderId']);
    const define = functionsOf(this, {
      service: 'order',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const place = define('place-order', { impact: 'nobody can place orders' });
    const get = define('get-order', { impact: 'shoppers cannot see what becomes of their orders' });
    const list = define('list-orders', { impact: 'shoppers cannot see their earlier orders' });
    const review = define('review-order', { impact: 'operators cannot decide, and orders in review run out of time' });
    const getCart = define('get-cart', { impact: 'shoppers cannot see their carts' });
    const putItem = define('put-cart-item', { impact: 'shoppers cannot put anything into their carts' });
    const deleteItem = define('delete-cart-item', { impact: 'shoppers cannot take anything out of their carts' });
    const claimCart = define('claim-cart', {
      impact: 'shoppers who sign in do not find what they put into their carts',
    });
    const cancel = define('request-cancellation', {
      impact: 'shoppers cannot cancel',
      // As long as the gateway waits: shipping may have to ask the carrier.
      timeout: Duration.seconds(29),
    });
    const sendBack = define('request-return', { impact: 'shoppers cannot send anything back' });
    const follow = define('follow-order', { impact: 'orders are sent and delivered, and shoppers do not see it' });
    const project = define('project-product', { impact: 'new products cannot be ordered, and prices are old' });
    const relay = define('relay-outbox', { impact: 'orders are placed, but nothing follows from them' });
    const start = define('start-order-workflow', { impact: 'orders stay PLACED until they are swept' });
    const authenticated = define('record-authentication', {
      impact: 'shoppers authenticated payments in vain: their orders run out of time',
    });
    const sweep = define('sweep-orders', {
      impact: 'orders that a crash left undecided stay so, with stock held or money authorized',
      timeout: Duration.minutes(1),
    });
    const redrive = define('redrive-order', { impact: 'operators cannot finish what was parked' });

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
    table.allow(project, ['PutItem']);
    table.allow(start, ['GetItem']);
    table.allowIndex(sweep, 'pending');
    for (const writing of [review, cancel, sendBack, authenticated, sweep, redrive, follow])
      table.allow(writing, ['GetItem', 'PutItem']);

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
      impact: 'the orders in it stay PLACED until they are swept',
    });
    new EventConsumer(this, 'Authentications', {
      stage,
      bus,
      events: [PaymentAuthenticated],
      function: authenticated,
      impact: 'the orders in it run out of time, though their shoppers authenticated the payment',
    });
    new EventConsumer(this, 'Fulfilment', {
      stage,
      bus,
      events: [...PARCEL_EVENTS, PaymentSettled, ReturnReceived, PaymentRefunded],
      function: follow,
      impact: 'the orders in it are further than shoppers see, and are not completed, and returns not refunded',
    });
    const { deadLetters } = new ScheduledJob(this, 'Sweep', {
      stage,
      every: Duration.minutes(1),
      function: sweep,
      impact: 'orders are undone only in part and wait for an operator: npm run redrive -- <orderId>',
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
