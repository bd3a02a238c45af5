import {
  functionsOf,
  OutboxRelay,
  platformOf,
  publishCommand,
  ScheduledJob,
  ServiceApi,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  TopicConsumer,
} from '@waypost/cdk-kit';
import {
  GetStock,
  LookUpStock,
  OrderConfirmed,
  OrderReturnReceived,
  PutStock,
  ReleaseStock,
  ReserveStock,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Stock of the warehouses, and its reservations. */
export class InventoryStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('inventory', stage), stackProps('inventory', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Stock', { stage });
    const define = functionsOf(this, {
      service: 'inventory',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const { reviewTimeout, paymentTimeout } = stage.orders;
    const reserve = define('reserve-stock', {
      impact: 'new orders wait, and are cancelled with internal_error if it persists',
      // Longer than the longest wait of an order, with room for redrives.
      environment: { HOLD_SECONDS: String(reviewTimeout.toSeconds() + paymentTimeout.toSeconds() + 3600) },
    });
    const release = define('release-stock', {
      impact: 'cancelled orders keep stock reserved until the sweeper redrives them',
    });
    const commit = define('commit-stock', { impact: 'sold stock still shows as on hand and reserved' });
    const restockUnits = define('return-stock', { impact: 'returned units are not back on sale' });
    const get = define('get-stock', { impact: 'stock levels cannot be read' });
    const lookUp = define('look-up-stock', { impact: 'carts do not show the available units' });
    const put = define('put-stock', { impact: 'operators cannot set stock levels' });
    const expire = define('expire-reservations', {
      impact: 'expired reservations keep their units reserved',
      timeout: Duration.minutes(1),
    });
    const relay = define('relay-outbox', {
      impact: 'the catalog shows the wrong availability',
    });

    table.allow(reserve, ['BatchGetItem', 'PutItem']);
    table.allow(release, ['GetItem', 'BatchGetItem', 'PutItem']);
    table.allow(commit, ['GetItem', 'BatchGetItem', 'PutItem']);
    table.allow(restockUnits, ['BatchGetItem', 'PutItem']);
    table.allow(expire, ['GetItem', 'BatchGetItem', 'PutItem']);
    table.addIndex('expiry', ['orderId']);
    table.allowIndex(expire, 'expiry');
    table.allow(get, ['GetItem']);
    table.allow(lookUp, ['BatchGetItem']);
    table.allow(put, ['GetItem', 'PutItem']);

    publishCommand(this, stage, ReserveStock, reserve);
    publishCommand(this, stage, ReleaseStock, release);
    publishCommand(this, stage, LookUpStock, lookUp);
    new TopicConsumer(this, 'OrderEvents', {
      stage,
      topic: platform.orderTopic,
      events: [OrderConfirmed],
      function: commit,
    });
    new TopicConsumer(this, 'ReceivedReturns', {
      stage,
      topic: platform.orderTopic,
      events: [OrderReturnReceived],
      function: restockUnits,
    });
    new ScheduledJob(this, 'Expiry', {
      stage,
      every: Duration.minutes(5),
      function: expire,
    });
    new OutboxRelay(this, 'Relay', { stage, table, bus: platform.bus, function: relay });
    new ServiceApi(this, 'Api', {
      stage,
      service: 'inventory',
      platform,
      routes: [
        [GetStock, get],
        [PutStock, put],
      ],
    });
  }
}
