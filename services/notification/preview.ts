// npm run preview --workspace notification: every mail as a shopper gets it, plain and as a page, under dist/previews.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancelReason, OrderPlaced, OrderReturnRequested } from '@waypost/contracts';
import { sampleOf } from '@waypost/contracts/sample';
import { orderMail, type OrderNews } from './src/domain/order-mail.ts';

const order = OrderPlaced.schema.parse(sampleOf(OrderPlaced.schema));
const names = ['OrderPlaced', 'OrderConfirmed', 'OrderShipped', 'OrderDelivered', 'OrderCompleted'] as const;
const sentBack = OrderReturnRequested.schema.parse(sampleOf(OrderReturnRequested.schema));
const returnNames = ['OrderReturnRequested', 'OrderReturnClosed'] as const;
const previews: readonly (readonly [string, OrderNews])[] = [
  ...names.map((name) => [name, { name, data: order }] as const),
  ...returnNames.map((name) => [name, { name, data: sentBack }] as const),
  ['OrderReturnRefunded', { name: 'OrderReturnRefunded', data: { ...sentBack, refunded: sentBack.refund } }],
  ...CancelReason.options.map(
    (reason) => [`OrderCancelled-${reason}`, { name: 'OrderCancelled', data: { ...order, reason } }] as const,
  ),
];

const folder = join(import.meta.dirname, 'dist', 'previews');
mkdirSync(folder, { recursive: true });
for (const [name, news] of previews) {
  const { text, html } = orderMail(news);
  writeFileSync(join(folder, `${name}.txt`), text);
  writeFileSync(join(folder, `${name}.html`), html);
}
console.log(`${previews.length} mails in ${folder}`);
