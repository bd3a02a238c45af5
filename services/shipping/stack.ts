import {
  EventConsumer,
  functionsOf,
  OutboxRelay,
  platformOf,
  publishCommand,
  publishParameter,
  QueueConsumer,
  readAtRunTime,
  ServiceApi,
  type ServiceFunction,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  type StageProfile,
  TopicConsumer,
} from '@waypost/cdk-kit';
import {
  ArrangeShipment,
  CancelShipments,
  CarrierReported,
  ListShipments,
  OrderConfirmed,
  OrderReturnRequested,
  QuoteShipping,
  StopShipments,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The carrier has two tries of 4 seconds. */
const CARRIER_TIMEOUT = Duration.seconds(12);

/** Carriers and shipments: quotes, parcels, and one shipment per order and warehouse. */
export class ShippingStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('shipping', stage), stackProps('shipping', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Shipments', { stage });
    const define = functionsOf(this, {
      service: 'shipping',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const quote = define('quote-shipping', {
      impact: 'new orders wait, and are cancelled with internal_error if it persists',
    });
    const arrange = define('arrange-shipment', {
      impact: 'orders with an authorized payment wait, and are compensated if it persists',
    });
    const cancel = define('cancel-shipments', {
      impact: 'shipments of cancelled orders stay arranged until the sweeper redrives the orders',
    });
    const list = define('list-shipments', { impact: 'shoppers cannot see their shipments' });
    const pack = define('pack-order', { impact: 'confirmed orders are not shipped', timeout: CARRIER_TIMEOUT });
    const fetch = define('fetch-return', {
      impact: 'returns are not collected, and so not refunded',
      timeout: CARRIER_TIMEOUT,
    });
    const queue = define('queue-carrier-report', { impact: 'parcels keep an outdated status' });
    const follow = define('follow-parcel', { impact: 'parcels keep an outdated status' });
    const stop = define('stop-shipments', {
      impact: 'shoppers cannot cancel confirmed orders',
      timeout: CARRIER_TIMEOUT,
    });
    const relay = define('relay-outbox', {
      impact: 'other services miss events of shipments and parcels',
    });

    table.allow(arrange, ['PutItem']);
    table.allow(cancel, ['PutItem']);
    table.allow(list, ['GetItem']);
    for (const changing of [pack, fetch, follow, stop]) table.allow(changing, ['GetItem', 'PutItem']);
    this.#findTheCarrier(stage, [pack, fetch, stop]);

    publishCommand(this, stage, QuoteShipping, quote);
    publishCommand(this, stage, ArrangeShipment, arrange);
    publishCommand(this, stage, CancelShipments, cancel);
    publishCommand(this, stage, StopShipments, stop);
    const whereCarrierIsAsked = {
      stage,
      topic: platform.orderTopic,
      visibilityTimeout: Duration.seconds(6 * CARRIER_TIMEOUT.toSeconds()),
      // Half an hour of the carrier being away.
      maxReceiveCount: 25,
    };
    new TopicConsumer(this, 'ConfirmedOrders', {
      ...whereCarrierIsAsked,
      events: [OrderConfirmed],
      function: pack,
    });
    new TopicConsumer(this, 'RequestedReturns', {
      ...whereCarrierIsAsked,
      events: [OrderReturnRequested],
      function: fetch,
    });
    new EventConsumer(this, 'CarrierReports', {
      stage,
      bus: platform.bus,
      events: [CarrierReported],
      function: queue,
    });
    new QueueConsumer(this, 'ParcelReports', {
      stage,
      fifo: true,
      function: follow,
    }).acceptMessagesFrom(queue);
    new OutboxRelay(this, 'Relay', { stage, table, bus: platform.bus, function: relay });
    new ServiceApi(this, 'Api', { stage, service: 'shipping', platform, routes: [[ListShipments, list]] });
  }

  /** The simulated carrier is found by the parameter that its own stack leaves; where it is real, put its address in this one. */
  #findTheCarrier(stage: StageProfile, asking: readonly ServiceFunction[]): void {
    const simulated = stage.externalServices === 'simulated';
    const { owner, name } = simulated
      ? { owner: 'sandbox', name: 'api-url' }
      : { owner: 'shipping', name: 'carrier-url' };
    if (!simulated) publishParameter(this, { stage, owner, name, value: 'https://carrier.example' });
    for (const each of asking) readAtRunTime(each, { stage, owner, name, variable: 'CARRIER_URL_PARAMETER' });
  }
}
