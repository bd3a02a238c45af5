import {
  functionsOf,
  OutboxRelay,
  platformOf,
  publishCommand,
  ServiceApi,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
} from '@waypost/cdk-kit';
import { ArrangeShipment, CancelShipments, ListShipments, QuoteShipping } from '@waypost/contracts';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Who carries what where: quotes, and one shipment for each order and warehouse. */
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

    const quote = define('quote-shipping', { impact: 'new orders wait, and end as internal_error if it lasts' });
    const arrange = define('arrange-shipment', {
      impact: 'orders whose payment is authorized wait, and are undone if it lasts',
    });
    const cancel = define('cancel-shipments', {
      impact: 'warehouses keep shipments of cancelled orders until these are driven again',
    });
    const list = define('list-shipments', { impact: 'shoppers do not see their shipments' });
    const relay = define('relay-outbox', { impact: 'nobody hears of shipments that were arranged or cancelled' });

    table.allow(arrange, ['PutItem']);
    table.allow(cancel, ['PutItem']);
    table.allow(list, ['GetItem']);

    publishCommand(this, stage, QuoteShipping, quote);
    publishCommand(this, stage, ArrangeShipment, arrange);
    publishCommand(this, stage, CancelShipments, cancel);
    new OutboxRelay(this, 'Relay', { stage, table, bus: platform.bus, function: relay });
    new ServiceApi(this, 'Api', { stage, service: 'shipping', platform, routes: [[ListShipments, list]] });
  }
}
