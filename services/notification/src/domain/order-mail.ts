import type { CancelReason, EventData, Money, OrderCancelled, OrderConfirmed, OrderPlaced } from '@waypost/contracts';

/** What happened to an order that its shopper gets a mail of. */
export type OrderNews =
  | { readonly name: 'OrderPlaced'; readonly data: EventData<typeof OrderPlaced> }
  | { readonly name: 'OrderConfirmed'; readonly data: EventData<typeof OrderConfirmed> }
  | { readonly name: 'OrderCancelled'; readonly data: EventData<typeof OrderCancelled> };

/** The words of a mail. Plain text: names stand in it as they were written, and nothing in them can act. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
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
  switch (news.name) {
    case 'OrderPlaced':
      return mail(`We have your order ${news.data.orderId}`, [
        'Thank you for your order. We are setting your things aside and asking for the payment.',
        listOf(news.data),
        'We write again as soon as it is confirmed.',
      ]);
    case 'OrderConfirmed':
      return mail(`Your order ${news.data.orderId} is confirmed`, [
        'Everything is set aside, paid and being packed.',
        listOf(news.data),
        'Shipping is on us.',
      ]);
    case 'OrderCancelled':
      return mail(`Your order ${news.data.orderId} is cancelled`, [
        `Your order is cancelled. ${REASONS[news.data.reason]}`,
        listOf(news.data),
        'You pay nothing: what was held or charged goes back to you.',
      ]);
  }
}

/** An amount as shoppers read it, e.g. €1,249.00. */
export function formatMoney({ amount, currency }: Money): string {
  return new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(amount / 100);
}

function mail(subject: string, paragraphs: readonly string[]): MailText {
  return { subject, text: [...paragraphs, 'Waypost\n'].join('\n\n') };
}

function listOf({ lines, total }: OrderNews['data']): string {
  const rows = lines.map(({ name, quantity, unitPrice }) => {
    const price = { ...unitPrice, amount: unitPrice.amount * quantity };
    return `  ${quantity} × ${name}: ${formatMoney(price)}`;
  });
  return [...rows, `  Total: ${formatMoney(total)}`].join('\n');
}
