import { CartId, Money, OrderId, Quantity, ShopperId, Sku } from '@waypost/contracts';
import * as z from 'zod';
import type { KeptCart, KeptLine } from '../domain/cart/cart.ts';

const Line = z.object({ quantity: Quantity, previousPrice: Money, addedAt: z.string() });

const CartItem = z.object({
  cartId: CartId,
  lines: z.record(Sku, Line),
  version: z.int(),
  expiresAt: z.int(),
  claimedBy: ShopperId.exactOptional(),
  orderedAs: OrderId.exactOptional(),
});

export const cartKey = (cartId: CartId) => ({ pk: `cart#${cartId}`, sk: 'cart' }) as const;

/** Attribute of DynamoDB's time to live, in epoch seconds. */
export const epochSeconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

/** Lines as the item has them: by SKU, so that each can be written alone. */
export const linesOf = (lines: readonly KeptLine[]) => Object.fromEntries(lines.map(({ sku, ...line }) => [sku, line]));

export function cartItemOf({ lines, ...cart }: KeptCart, expiresAt: number) {
  return { ...cartKey(cart.cartId), ...cart, lines: linesOf(lines), expiresAt };
}

export function cartOfItem(item: Readonly<Record<string, unknown>>): KeptCart {
  const { lines, expiresAt, ...cart } = CartItem.parse(item);
  const inOrder = Object.entries(lines)
    .map(([sku, line]) => ({ sku: Sku.parse(sku), ...line }))
    .toSorted((one, other) => one.addedAt.localeCompare(other.addedAt) || one.sku.localeCompare(other.sku));
  return { ...cart, lines: inOrder, expiresAt: new Date(expiresAt * 1000).toISOString() };
}

/** The condition that a cart is as it was read, also if that was not at all. */
export const unchanged = ({ version }: KeptCart, now: string) =>
  version === 0
    ? {
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': epochSeconds(now) },
      }
    : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': version } };
