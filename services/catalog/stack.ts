import {
  EventConsumer,
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
import { GetProduct, ListProducts, PutProduct, RepublishProducts, StockAvailabilityChanged } from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Products of the shop, with their availability. */
export class CatalogStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('catalog', stage), stackProps('catalog', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Products', { stage });
    table.addIndex('list');
    const define = functionsOf(this, {
      service: 'catalog',
      stage,
      directory: import.meta.dirname,
      environment: { TABLE_NAME: table.tableName },
    });

    const list = define('list-products', { impact: 'shoppers see no products' });
    const get = define('get-product', { impact: 'product pages do not open' });
    const put = define('put-product', { impact: 'operators cannot change products' });
    const follow = define('follow-availability', {
      impact: 'products show the wrong availability',
    });
    const republish = define('republish-products', {
      impact: 'a new service misses the products that existed before it',
      timeout: Duration.seconds(30),
    });
    const relay = define('relay-outbox', { impact: 'new products and prices do not reach the order service' });
    table.allowIndex(list, 'list');
    table.allow(get, ['GetItem']);
    table.allow(put, ['GetItem', 'UpdateItem']);
    table.allow(follow, ['UpdateItem']);
    table.allow(republish, ['UpdateItem']);
    table.allowIndex(republish, 'list');

    publishCommand(this, stage, RepublishProducts, republish);
    new EventConsumer(this, 'StockEvents', {
      stage,
      bus: platform.bus,
      events: [StockAvailabilityChanged],
      function: follow,
    });
    new OutboxRelay(this, 'Relay', { stage, table, bus: platform.bus, function: relay });
    new ServiceApi(this, 'Api', {
      stage,
      service: 'catalog',
      platform,
      routes: [
        [ListProducts, list],
        [GetProduct, get],
        [PutProduct, put],
      ],
    });
  }
}
