import type { CancelReason, OrderStatus } from '@waypost/contracts';
import type { OrderProgress } from '../api/shop.ts';

/** Why an order was cancelled and what became of the money, to the person who placed it. */
export const cancelWords = (order: OrderProgress['order'], payment: OrderProgress['payment']): string =>
  `${reasonWords(order.reason)} ${moneyWords(order, payment)}`;

/** Unknown reasons come from a newer API. */
function reasonWords(reason: CancelReason | undefined): string {
  switch (reason) {
    case 'out_of_stock':
      return 'Not enough was left in our warehouses: somebody was quicker.';
    case 'payment_declined':
      return 'The payment was declined.';
    case 'payment_timeout':
      return 'The payment was not authenticated in time.';
    case 'review_rejected':
      return 'We looked at this order and can’t take it.';
    case 'review_timeout':
      return 'We didn’t manage to look at this order in time, and are sorry for that.';
    case 'shipping_unavailable':
      return 'No carrier goes from our warehouses to this address.';
    case 'customer_request':
      return 'You asked us to cancel it, and we did.';
    case 'internal_error':
      return 'Something broke on our side, and we undid everything.';
    case undefined:
      return 'We could not fulfil this order.';
    default:
      return reason satisfies never;
  }
}

/** The payment service knows best; while it is silent, the order tells whether money was taken. */
function moneyWords(order: OrderProgress['order'], payment: OrderProgress['payment']): string {
  switch (payment?.status) {
    case 'refunded':
      return 'What you paid was given back.';
    case 'captured':
      return 'What you paid is being given back.';
    case 'authorized':
      return 'Nothing was charged, and what your bank holds for it is being let go.';
    case 'voided':
      return 'Nothing was charged, and nothing is held any more.';
    case 'pending':
    case 'authentication_required':
    case 'declined':
    case undefined:
      return order.payment.status === 'captured' ? 'What you paid is being given back.' : 'Nothing was charged.';
  }
}

const words: Readonly<Record<OrderStatus, string>> = {
  PLACED: 'Under way',
  IN_REVIEW: 'Being looked at',
  AWAITING_PAYMENT: 'Waiting for you',
  CONFIRMED: 'Confirmed',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
  RETURNED: 'Returned',
};

export const statusWords = (status: OrderStatus): string => words[status];
