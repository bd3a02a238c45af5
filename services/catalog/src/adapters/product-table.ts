import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Product, type Sku } from '@waypost/contracts';
import { dynamodb, type MessageContext, outbox, whenConditionFailed, whenConflict } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import { type CatalogProduct, productChanged, type ProductRevision, revisionOf } from '../domain/product.ts';
import type { Position, Products } from '../ports.ts';

const { TABLE_NAME: TableName } = config();

/** One item a product. Stock may be heard of before the product is: then the item has no version yet, and isn't listed. */
const keyOf = (sku: Sku) => ({ pk: `product#${sku}`, sk: 'product' });

/** All products are one partition of the index, sorted by category; a shop of thousands would spread it. */
const LIST = 'products';
const listKeyOf = ({ category, sku }: Position) => ({ listpk: LIST, listsk: `${category}#${sku}` });

const Item = z.object({
  ...Product.shape,
  available: z.boolean().default(false),
  // Products that were put before there were seasons have none.
  seasons: Product.shape.seasons.default([]),
  version: z.int().positive(),
});

/** The table of the catalogue, for one message: events that writes cause carry its ids. */
export function productTable(context: MessageContext): Products {
  return {
    find: (sku) => read(sku, true),
    glance: (sku) => read(sku, false),
    page,
    save: (revision) => save(revision, context),
    republish: (product) => republish(product, context),
    setAvailability,
  };
}

async function read(sku: Sku, ConsistentRead: boolean): Promise<CatalogProduct | undefined> {
  const { Item: item } = await dynamodb.send(new GetCommand({ TableName, Key: keyOf(sku), ConsistentRead }));
  return item?.['version'] === undefined ? undefined : Item.parse(item);
}

const page: Products['page'] = async ({ category, after, size }) => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName,
      IndexName: 'list',
      KeyConditionExpression: category ? 'listpk = :list AND begins_with(listsk, :category)' : 'listpk = :list',
      ExpressionAttributeValues: { ':list': LIST, ...(category && { ':category': `${category}#` }) },
      ...(after && { ExclusiveStartKey: { ...keyOf(after.sku), ...listKeyOf(after) } }),
      Limit: size,
    }),
  );
  return { products: Items.map((item) => Item.parse(item)), more: LastEvaluatedKey !== undefined };
};

async function save(revision: ProductRevision, context: MessageContext): Promise<CatalogProduct | 'changed'> {
  const { sku, version, details } = revision;
  const values = {
    sku,
    ...details,
    version,
    ...listKeyOf({ sku, category: details.category }),
    outbox: outbox([productChanged(revision)], context),
  };
  const names = Object.keys(values);
  return dynamodb
    .send(
      new UpdateCommand({
        TableName,
        Key: keyOf(sku),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: version === 1 ? 'attribute_not_exists(#version)' : '#version = :before',
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
          ...(version > 1 && { ':before': version - 1 }),
        },
        ReturnValues: 'ALL_NEW',
      }),
    )
    .then(
      ({ Attributes }) => Item.parse(Attributes),
      whenConflict(() => 'changed' as const),
    );
}

function republish(product: CatalogProduct, context: MessageContext): Promise<'published' | 'changed'> {
  return dynamodb
    .send(
      new UpdateCommand({
        TableName,
        Key: keyOf(product.sku),
        UpdateExpression: 'SET outbox = :outbox',
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: {
          ':outbox': outbox([productChanged(revisionOf(product))], context),
          ':version': product.version,
        },
      }),
    )
    .then(
      () => 'published' as const,
      whenConflict(() => 'changed' as const),
    );
}

const setAvailability: Products['setAvailability'] = ({ sku, available, stockVersion }) =>
  dynamodb
    .send(
      new UpdateCommand({
        TableName,
        Key: keyOf(sku),
        UpdateExpression: 'SET available = :available, stockVersion = :stockVersion REMOVE outbox',
        ConditionExpression: 'attribute_not_exists(stockVersion) OR stockVersion < :stockVersion',
        ExpressionAttributeValues: { ':available': available, ':stockVersion': stockVersion },
      }),
    )
    .then(
      () => 'set' as const,
      whenConditionFailed(() => 'outdated' as const),
    );
