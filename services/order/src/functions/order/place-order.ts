import { OrderStatus, PlaceOrder } from '@waypost/contracts';
import { httpFunction, type MessageContext, ProblemError, type HttpRequest } from '@waypost/service-kit';
import { cartTable } from '../../adapters/cart-table.ts';
import { checkoutTable } from '../../adapters/checkout.ts';
import { orderTable } from '../../adapters/order-table.ts';
import { productTable } from '../../adapters/product-table.ts';
import { placeCart, type PlaceCartResult } from '../../app/cart/place-cart.ts';
import { placeOrder } from '../../app/order/place-order.ts';
import type { Order } from '../../domain/order/order.ts';

export const handler = httpFunction(PlaceOrder, async (request, context) => {
  const { orderId, total } = placed(await place(request, context), request.body.cartId === undefined);
  const self = `/orders/${orderId}`;
  return {
    body: { orderId, status: OrderStatus.enum.PLACED, total, links: { self } },
    headers: { location: self },
  };
});

function place(
  { shopperId, idempotencyKey, body: { lines = [], cartId, ...where } }: HttpRequest<typeof PlaceOrder>,
  context: MessageContext,
): Promise<PlaceCartResult> {
  const ports = {
    orders: orderTable(context),
    products: productTable(),
    now: context.now,
    correlationId: context.correlationId,
  };
  if (cartId === undefined) return placeOrder(ports, { shopperId, idempotencyKey, body: { lines, ...where } });
  const cart = { carts: cartTable(context), checkout: checkoutTable(context) };
  return placeCart({ ...ports, ...cart }, { shopperId, idempotencyKey, body: { cartId, ...where } });
}

/** The order, or the problem that says why there is none. */
function placed(result: PlaceCartResult, byLines: boolean): Order {
  switch (result.outcome) {
    case 'placed':
      return result.order;
    case 'unknown_products':
      throw new ProblemError(
        'invalid-request',
        "Some products don't exist.",
        result.lines.map((line) => ({
          pointer: byLines ? `/lines/${line}/sku` : '/cartId',
          detail: "The product doesn't exist.",
        })),
      );
    case 'unknown_cart':
      throw new ProblemError('invalid-request', "The cart doesn't exist.", [
        { pointer: '/cartId', detail: "The cart doesn't exist." },
      ]);
    case 'empty_cart':
      throw new ProblemError('conflict', 'The cart is empty. Add an item first.');
    case 'ordered_already':
      throw new ProblemError('conflict', 'The items of the cart were ordered already. GET /orders lists the order.');
    case 'price_changed':
      throw new ProblemError(
        'price-changed',
        `The price of ${result.skus.join(', ')} has changed. Nothing was ordered: read the cart again.`,
      );
    case 'key_reused':
      throw new ProblemError('idempotency-key-reused', 'Use a new Idempotency-Key for a different order.');
  }
}
