import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, type MessageContext, outbox, whenConflict } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import { expiryOf } from '../domain/cart/cart.ts';
import type { Checkout } from '../ports.ts';
import { cartItemOf, epochSeconds, unchanged } from './cart-item.ts';
import { itemOf } from './order-item.ts';

/** The order and the cart that it empties, in one transaction: neither can be without the other. */
export function checkoutTable(context: MessageContext): Checkout {
  const TableName = tableName();
  return {
    place: (order, events, cart) => {
      const emptied = { ...cart, lines: [], version: cart.version + 1, orderedAs: order.orderId };
      const expiresAt = epochSeconds(expiryOf(context.now));
      const puts = [
        {
          TableName,
          Item: itemOf(order, outbox(events, context)),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        { TableName, Item: cartItemOf(emptied, expiresAt), ...unchanged(cart, context.now) },
      ];
      return dynamodb.send(new TransactWriteCommand({ TransactItems: puts.map((Put) => ({ Put })) })).then(
        () => 'placed' as const,
        whenConflict(() => 'changed' as const),
      );
    },
  };
}
