import type {
  CancelReason,
  EventData,
  Money,
  OrderCancelled,
  OrderCompleted,
  OrderConfirmed,
  OrderDelivered,
  OrderPlaced,
  OrderReturnClosed,
  OrderReturnRefunded,
  OrderReturnRequested,
  OrderShipped,
} from '@waypost/contracts';
import { mailPage } from './mail-page.ts';

/** Event about which a shopper gets a mail. */
export type OrderNews =
  | { readonly name: 'OrderPlaced'; readonly data: EventData<typeof OrderPlaced> }
  | { readonly name: 'OrderConfirmed'; readonly data: EventData<typeof OrderConfirmed> }
  | { readonly name: 'OrderShipped'; readonly data: EventData<typeof OrderShipped> }
  | { readonly name: 'OrderDelivered'; readonly data: EventData<typeof OrderDelivered> }
  | { readonly name: 'OrderCompleted'; readonly data: EventData<typeof OrderCompleted> }
  | { readonly name: 'OrderCancelled'; readonly data: EventData<typeof OrderCancelled> }
  | { readonly name: 'OrderReturnRequested'; readonly data: EventData<typeof OrderReturnRequested> }
  | { readonly name: 'OrderReturnRefunded'; readonly data: EventData<typeof OrderReturnRefunded> }
  | { readonly name: 'OrderReturnClosed'; readonly data: EventData<typeof OrderReturnClosed> };

/** The words of a mail, plain and as a page. Names stand in both as they were written, and nothing in them can act. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const REASONS: Readonly<Record<CancelReason, string>> = {
  out_of_stock: 'Something in it sold out before we could set it aside for you.',
  payment_declined: 'Your bank or card declined the payment.',
  payment_timeout: 'The payment was not confirmed in time.',
  review_rejected: 'We looked at the order and cannot accept it.',
  review_timeout: 'We could not finish our checks in time.',
  shipping_unavailable: 'None of our carriers delivers to your address.',
  customer_request: 'You asked us to cancel it.',
  internal_error: 'Something went wrong on our side. We are sorry.',
};

/** The mail that tells a shopper what happened to an order. */
export function orderMail(news: OrderNews): MailText {
  const { orderId } = news.data;
  switch (news.name) {
    case 'OrderPlaced':
      return mail(`We have your order ${orderId}`, news, [
        'Thank you for your order. We are setting your things aside and asking for the payment.',
        'We write again as soon as it is confirmed.',
      ]);
    case 'OrderConfirmed':
      return mail(`Your order ${orderId} is confirmed`, news, [
        'Everything is set aside, paid and being packed.',
        'Shipping is on us.',
      ]);
    case 'OrderShipped':
      return mail(`Your order ${orderId} is on its way`, news, [
        'The first parcel of your order left our warehouse.',
        'Things from two warehouses come in two parcels. The page of your order shows where each is.',
      ]);
    case 'OrderDelivered':
      return mail(`Your order ${orderId} is delivered`, news, [
        'The last parcel of your order was delivered. We hope that all is as you wished.',
        'If something is missing or broken, just answer this mail.',
      ]);
    case 'OrderCompleted':
      return mail(`Your order ${orderId} is completed`, news, [
        'Your order is delivered and its payment settled: nothing is left to do.',
        'Thank you for shopping with us, and have a good time outside.',
      ]);
    case 'OrderCancelled':
      return mail(`Your order ${orderId} is cancelled`, news, [
        `Your order is cancelled. ${REASONS[news.data.reason]}`,
        'You pay nothing: what was held or charged goes back to you.',
      ]);
    case 'OrderReturnRequested':
      return mail(`Your return of order ${orderId} is announced`, news, [
        'The carrier will pick up your return. If you can, use the original packaging.',
        'You get your money as soon as it is at our warehouse.',
      ]);
    case 'OrderReturnRefunded':
      return mail(`Your return of order ${orderId} is refunded`, news, [
        'Your return is complete, and your refund is on its way.',
        `${refundNote(news.data)}It can take your bank a few days to show it.`,
      ]);
    case 'OrderReturnClosed':
      return mail(`Your return of order ${orderId} is closed`, news, [
        'We looked into your return and closed it.',
        'If you have questions about it, just answer this mail.',
      ]);
  }
}

/** States the refunded amount where it is less than the price of the returned items. */
function refundNote({ refund, refunded }: EventData<typeof OrderReturnRefunded>): string {
  if (refunded.amount === refund.amount) return '';
  const earlier = formatMoney({ ...refund, amount: refund.amount - refunded.amount });
  return refunded.amount === 0
    ? 'The whole amount was refunded to you before. '
    : `We refund ${formatMoney(refunded)}, because ${earlier} was refunded to you before. `;
}

/** An amount as shoppers read it, e.g. €1,249.00. */
export function formatMoney({ amount, currency }: Money): string {
  return new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(amount / 100);
}

/** Composes a mail: its message, the items, and the closing. */
function mail(subject: string, { data }: OrderNews, [lead, ending]: readonly [string, string]): MailText {
  const rows = data.lines.map(({ name, quantity, unitPrice }) => ({
    what: `${quantity} × ${name}`,
    price: formatMoney({ ...unitPrice, amount: unitPrice.amount * quantity }),
  }));
  const total = formatMoney('refund' in data ? data.refund : data.total);
  const list = [...rows.map(({ what, price }) => `  ${what}: ${price}`), `  Total: ${total}`].join('\n');
  return {
    subject,
    text: [lead, list, ending, 'Waypost\n'].join('\n\n'),
    html: mailPage({ subject, lead, rows, total, ending }),
  };
}
