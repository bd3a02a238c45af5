import type { CancelReason, OrderProgress, OrderStatus } from '../api/shop.ts';

/** Explains to the shopper why an order was cancelled, and whether money was charged. */
export const describeCancellation = (order: OrderProgress['order'], payment: OrderProgress['payment']): string =>
  `${describeReason(order.reason)} ${describeMoney(order, payment)}`;

/** Unknown reasons come from a newer version of the API. */
function describeReason(reason: CancelReason | undefined): string {
  switch (reason) {
    case 'out_of_stock':
      return 'Not enough stock was left in our warehouses.';
    case 'payment_declined':
      return 'The payment was declined.';
    case 'payment_timeout':
      return 'The payment was not authenticated in time.';
    case 'review_rejected':
      return 'We reviewed this order and can’t accept it.';
    case 'review_timeout':
      return 'We did not review this order in time. We are sorry.';
    case 'shipping_unavailable':
      return 'No carrier ships to this address.';
    case 'customer_request':
      return 'You cancelled this order.';
    case 'internal_error':
      return 'An error on our side prevented this order.';
    case undefined:
      return 'We could not fulfil this order.';
    default:
      return reason satisfies never;
  }
}

/** The payment's own status is the most precise; without it, the order states whether money was charged. */
function describeMoney(order: OrderProgress['order'], payment: OrderProgress['payment']): string {
  switch (payment?.status) {
    case 'refunded':
      return 'Your payment was refunded.';
    case 'captured':
      return 'Your payment is being refunded.';
    case 'authorized':
      return 'Nothing was charged, and the authorization is being voided.';
    case 'voided':
      return 'Nothing was charged, and the authorization was voided.';
    case 'pending':
    case 'authentication_required':
    case 'declined':
    case undefined:
      return wasPaid(order.payment.status) ? 'Your payment is being refunded.' : 'Nothing was charged.';
  }
}

const wasPaid = (status: OrderProgress['order']['payment']['status']) =>
  status === 'captured' || status === 'settled' || status === 'refunded';

const words: Readonly<Record<OrderStatus, string>> = {
  PLACED: 'In progress',
  IN_REVIEW: 'In review',
  AWAITING_PAYMENT: 'Action required',
  CONFIRMED: 'Confirmed',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
  RETURNED: 'Returned',
};

export const describeStatus = (status: OrderStatus): string => words[status];

interface Words {
  readonly title: string;
  readonly text: string;
}

/** Describes the next step of an order, and what the shopper can do until then. */
export function describeNextStep(
  status: OrderStatus,
  { cancelling, leadsToBank }: { readonly cancelling: boolean; readonly leadsToBank: boolean },
): Words {
  if (cancelling)
    return { title: 'Cancellation requested', text: 'You don’t need to do anything. This page shows the result.' };
  switch (status) {
    case 'PLACED':
      return {
        title: 'Processing your order',
        text: 'We reserve your items and authorize your payment. This takes a few seconds.',
      };
    case 'IN_REVIEW':
      return {
        title: 'You can leave this page',
        text: 'Your items are reserved, and nothing is charged until we decide. Your orders show the decision.',
      };
    case 'AWAITING_PAYMENT':
      return leadsToBank
        ? {
            title: 'Your bank requires authentication',
            text: 'You go to your bank’s page and return here. Nothing is charged until then.',
          }
        : { title: 'Waiting for your bank', text: 'You don’t need to do anything at the moment.' };
    case 'CONFIRMED':
      return { title: 'Being packed', text: 'You can cancel the order until it is shipped.' };
    case 'SHIPPED':
      return { title: 'On its way', text: 'You can return items after delivery.' };
    case 'DELIVERED':
    case 'COMPLETED':
      return { title: 'Delivered', text: 'You can return items that you don’t want to keep.' };
    case 'CANCELLED':
      return { title: 'Cancelled', text: 'The reason and the status of your payment are below.' };
    case 'RETURNED':
      return { title: 'All items returned', text: 'The refund goes to your original payment method.' };
  }
}
