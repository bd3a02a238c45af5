import { describe, expect, it } from 'vitest';
import { CancelReason, OrderCancelled, OrderPlaced, OrderReturnRequested } from '@waypost/contracts';
import { formatMoney, orderMail, type OrderNews } from './order-mail.ts';

const orderId = `ord_${'0'.repeat(31)}1`;
const eur = (amount: number) => ({ amount, currency: 'EUR' as const });
const order = OrderPlaced.schema.parse({
  orderId,
  shopperId: 'shopper-1',
  lines: [
    { sku: 'TENT-RIDGE-2P', quantity: 2, name: 'Ridge 2', unitPrice: eur(34900) },
    { sku: 'MUG-TIN', quantity: 1, name: '<script>alert(1)</script>', unitPrice: eur(950) },
  ],
  total: eur(70750),
});
const cancelled = (reason: CancelReason): OrderNews => ({
  name: 'OrderCancelled',
  data: OrderCancelled.schema.parse({ ...order, reason }),
});

const sentBack = OrderReturnRequested.schema.parse({
  ...order,
  returnId: `ret_${orderId.slice(4)}_0000000a`,
  lines: order.lines.slice(0, 1),
  refund: eur(69800),
  warehouse: 'north',
});

describe('every mail of an order', () => {
  it.each<OrderNews>([
    { name: 'OrderPlaced', data: order },
    { name: 'OrderConfirmed', data: order },
    { name: 'OrderShipped', data: order },
    { name: 'OrderDelivered', data: order },
    { name: 'OrderCompleted', data: order },
    cancelled('out_of_stock'),
  ])('names the order, its lines and its total: $name', (news) => {
    const { subject, text, html } = orderMail(news);
    expect(subject).toContain(orderId);
    for (const words of [subject, '2 × Ridge 2', '€698.00', '€707.50']) expect(html).toContain(words);
    expect(text).toContain('2 × Ridge 2: €698.00');
    expect(text).toContain('Total: €707.50');
  });

  it('keeps names as they were written', () => {
    expect(orderMail({ name: 'OrderPlaced', data: order }).text).toContain('1 × <script>alert(1)</script>: €9.50');
  });
});

describe('every mail of a return', () => {
  it.each<OrderNews>([
    { name: 'OrderReturnRequested', data: sentBack },
    { name: 'OrderReturnRefunded', data: { ...sentBack, refunded: sentBack.refund } },
    { name: 'OrderReturnClosed', data: sentBack },
  ])('names the order, what comes back, and what is given for it: $name', (news) => {
    const { subject, text } = orderMail(news);
    expect(subject).toContain(orderId);
    expect(text).toContain('2 × Ridge 2: €698.00\n  Total: €698.00');
  });
});

describe('the mail of a refund that is less than the price of the items', () => {
  it.each([
    [68800, 'We refund €688.00, because €10.00 was refunded to you before.'],
    [0, 'The whole amount was refunded to you before.'],
  ])('of %d cents states the refunded amount', (amount, words) => {
    const { text, html } = orderMail({ name: 'OrderReturnRefunded', data: { ...sentBack, refunded: eur(amount) } });
    expect(text).toContain(words);
    expect(html).toContain(words);
  });

  it('is not mentioned for a complete refund', () => {
    const news: OrderNews = { name: 'OrderReturnRefunded', data: { ...sentBack, refunded: sentBack.refund } };
    expect(orderMail(news).text).not.toContain('before');
  });
});

describe('the page of a mail', () => {
  const { html } = orderMail({ name: 'OrderShipped', data: order });

  it('shows what is in a name as text, which can do nothing', () => {
    expect(html).toContain('1 × &#60;script&#62;alert(1)&#60;/script&#62;');
    expect(html).not.toContain('<script');
  });

  it('loads nothing and leads nowhere', () => {
    expect(html).not.toMatch(/src=|href=|url\(|@import/);
  });
});

describe('the mail of a cancelled order', () => {
  it('says why in words of its own for every reason', () => {
    const texts = CancelReason.options.map((reason) => orderMail(cancelled(reason)).text);
    expect(new Set(texts).size).toBe(CancelReason.options.length);
    for (const [index, text] of texts.entries()) expect(text).not.toContain(CancelReason.options[index]);
  });

  it('says that nothing is to be paid', () => {
    expect(orderMail(cancelled('payment_declined')).text).toContain('You pay nothing');
  });
});

describe('an amount', () => {
  it.each([
    [0, '€0.00'],
    [5, '€0.05'],
    [124900, '€1,249.00'],
    [99999999999, '€999,999,999.99'],
  ])('of %d cents reads %s', (amount, text) => {
    expect(formatMoney(eur(amount))).toBe(text);
  });
});
