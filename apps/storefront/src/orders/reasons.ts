import type { CancelReason, OrderStatus } from '@waypost/contracts';

/** Why an order was cancelled, to the person who placed it. Unknown reasons come from a newer API. */
export function reasonWords(reason: CancelReason | undefined): string {
  switch (reason) {
    case 'out_of_stock':
      return 'Not enough was left in our warehouses: somebody was quicker. Nothing was charged.';
    case 'payment_declined':
      return 'The payment was declined. Nothing was charged.';
    case 'payment_timeout':
      return 'The payment was not approved in time. Nothing was charged.';
    case 'review_rejected':
      return 'We looked at this order and can’t take it. Nothing was charged.';
    case 'review_timeout':
      return 'We didn’t manage to look at this order in time. Nothing was charged.';
    case 'shipping_unavailable':
      return 'No carrier goes from our warehouses to this address. Nothing was charged.';
    case 'customer_request':
      return 'You cancelled this order.';
    case 'internal_error':
      return 'Something broke on our side, and we undid everything. Nothing was charged.';
    case undefined:
      return 'We could not fulfil this order.';
    default:
      return reason satisfies never;
  }
}

const words: Readonly<Record<OrderStatus, string>> = {
  PLACED: 'Under way',
  IN_REVIEW: 'Being looked at',
  AWAITING_PAYMENT: 'Waiting for payment',
  CONFIRMED: 'Confirmed',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
  RETURNED: 'Returned',
};

export const statusWords = (status: OrderStatus): string => words[status];
