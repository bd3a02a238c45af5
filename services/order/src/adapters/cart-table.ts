import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { CART_LINES, type CartId } from '@waypost/contracts';
import { dynamodb, type MessageContext, whenConflict } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import { emptyCart, expiryOf, type KeptCart } from '../domain/cart/cart.ts';
import type { Carts } from '../ports.ts';
import { cartItemOf, cartKey, cartOfItem, epochSeconds, unchanged } from './cart-item.ts';

type Update = Omit<ConstructorParameters<typeof UpdateCommand>[0], 'TableName' | 'Key' | 'ReturnValues'>;

/**
 * Carts in the table: one item each, with a map of lines, so that a write of one line leaves the others alone. Expired ones
 * are as if they weren't there: DynamoDB takes its time to delete them.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 */
export function cartTable({ now }: MessageContext): Carts {
  const TableName = tableName();
  const expiresAt = epochSeconds(expiryOf(now));

  const update = (cartId: CartId, { ExpressionAttributeValues, ExpressionAttributeNames, ...given }: Update) =>
    dynamodb
      .send(
        new UpdateCommand({
          TableName,
          Key: cartKey(cartId),
          ...given,
          ExpressionAttributeNames: { '#lines': 'lines', ...ExpressionAttributeNames },
          ExpressionAttributeValues: { ':one': 1, ':expiresAt': expiresAt, ...ExpressionAttributeValues },
          ReturnValues: 'ALL_NEW',
        }),
      )
      .then(
        ({ Attributes }) => cartOfItem(Attributes ?? {}),
        whenConflict(() => 'changed' as const),
      );
  const touched = 'version = version + :one, expiresAt = :expiresAt';

  return {
    get: async (cartId) => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: cartKey(cartId), ConsistentRead: true }));
      return Item && Number(Item['expiresAt']) > epochSeconds(now) ? cartOfItem(Item) : undefined;
    },

    begin: async (cartId, line) => {
      const none = emptyCart(cartId);
      const Item = cartItemOf({ ...none, lines: [line], version: none.version + 1 }, expiresAt);
      const put = new PutCommand({ TableName, Item, ...unchanged(none, now) });
      return dynamodb.send(put).then(
        () => cartOfItem(Item),
        whenConflict(() => 'changed' as const),
      );
    },

    addLine: (cartId, { sku, ...line }) =>
      update(cartId, {
        UpdateExpression: `SET #lines.#sku = :line, ${touched}`,
        ConditionExpression:
          'attribute_not_exists(claimedBy) AND attribute_not_exists(#lines.#sku) AND size(#lines) < :most',
        ExpressionAttributeNames: { '#sku': sku },
        ExpressionAttributeValues: { ':line': line, ':most': CART_LINES },
      }),

    setQuantity: (cartId, { sku, quantity, previousPrice }) =>
      update(cartId, {
        UpdateExpression: `SET #lines.#sku.quantity = :quantity, ${previousPrice ? '#lines.#sku.previousPrice = :seen, ' : ''}${touched}`,
        ConditionExpression: 'attribute_not_exists(claimedBy) AND attribute_exists(#lines.#sku)',
        ExpressionAttributeNames: { '#sku': sku },
        ExpressionAttributeValues: { ':quantity': quantity, ...(previousPrice && { ':seen': previousPrice }) },
      }),

    removeLine: (cartId, sku) =>
      update(cartId, {
        UpdateExpression: `REMOVE #lines.#sku SET ${touched}`,
        ConditionExpression: 'attribute_not_exists(claimedBy) AND attribute_exists(#lines.#sku)',
        ExpressionAttributeNames: { '#sku': sku },
      }),

    move: async ({ from, into, shopperId }) => {
      const moved = { ...into.cart, lines: into.lines, version: into.cart.version + 1 };
      const done: KeptCart = { ...from.cart, lines: from.lines, version: from.cart.version + 1 };
      const left = from.lines.length > 0 ? done : { ...done, claimedBy: shopperId };
      const puts = [
        { TableName, Item: cartItemOf(moved, expiresAt), ...unchanged(into.cart, now) },
        { TableName, Item: cartItemOf(left, expiresAt), ...unchanged(from.cart, now) },
      ];
      return dynamodb.send(new TransactWriteCommand({ TransactItems: puts.map((Put) => ({ Put })) })).then(
        () => cartOfItem(cartItemOf(moved, expiresAt)),
        whenConflict(() => 'changed' as const),
      );
    },
  };
}
