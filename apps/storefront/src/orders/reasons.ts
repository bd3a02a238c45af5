import type { CancelReason, OrderProgress, OrderStatus } from '../api/shop.ts';

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
      return wasPaid(order.payment.status) ? 'What you paid is being given back.' : 'Nothing was charged.';
  }
}

const wasPaid = (status: OrderProgress['order']['payment']['status']) =>
  status === 'captured' || status === 'settled' || status === 'refunded';

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

interface Words {
  readonly title: string;
  readonly text: string;
}

/** What the shopper may expect next, and what there is to do until then. */
export function nextWords(
  status: OrderStatus,
  { cancelling, leadsToBank }: { readonly cancelling: boolean; readonly leadsToBank: boolean },
): Words {
  if (cancelling)
    return { title: 'Your wish is with us', text: 'There is nothing to do for you. This page tells what came of it.' };
  switch (status) {
    case 'PLACED':
      return { title: 'A few seconds more', text: 'We see that all of it is there, and ask your bank for the money.' };
    case 'IN_REVIEW':
      return {
        title: 'You need not wait here',
        text: 'We keep the goods for you until it is decided, and take no money. Your orders show how it ends.',
      };
    case 'AWAITING_PAYMENT':
      return leadsToBank
        ? {
            title: 'Your bank wants to know that it is you',
            text: 'You leave the shop for a moment and come back to this page. Until then nothing is charged.',
          }
        : { title: 'The bank is being asked', text: 'There is nothing to do for you at the moment.' };
    case 'CONFIRMED':
      return { title: 'Being packed', text: 'Until it leaves the warehouse, you may still cancel it.' };
    case 'SHIPPED':
      return { title: 'On its way', text: 'What you don’t want to keep can come back once it is there.' };
    case 'DELIVERED':
    case 'COMPLETED':
      return { title: 'It has arrived', text: 'What you don’t want to keep can come back.' };
    case 'CANCELLED':
      return { title: 'Nothing more happens with it', text: 'Below it says why, and what became of your money.' };
    case 'RETURNED':
      return { title: 'All of it came back', text: 'What you paid for it goes back to you the way it came.' };
  }
}
