import { OrderStatus, PlaceOrder } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { orderTable } from '../adapters/order-table.ts';
import { productTable } from '../adapters/product-table.ts';
import { placeOrder } from '../app/place-order.ts';

export const handler = httpFunction(PlaceOrder, async ({ shopperId, idempotencyKey, body }, context) => {
  const ports = {
    orders: orderTable(context),
    products: productTable(),
    now: context.now,
    correlationId: context.correlationId,
  };
  const result = await placeOrder(ports, { shopperId, idempotencyKey, body });
  switch (result.outcome) {
    case 'placed': {
      const { orderId, total } = result.order;
      const self = `/orders/${orderId}`;
      return {
        body: { orderId, status: OrderStatus.enum.PLACED, total, links: { self } },
        headers: { location: self },
      };
    }
    case 'unknown_products':
      throw new ProblemError(
        'invalid-request',
        'Some products are not known.',
        result.lines.map((line) => ({ pointer: `/lines/${line}/sku`, detail: 'There is no such product' })),
      );
    case 'key_reused':
      throw new ProblemError('idempotency-key-reused', 'Send a new key with a new order.');
  }
});
