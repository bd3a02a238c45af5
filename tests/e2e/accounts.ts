import { expect } from 'vitest';
import {
  GetOrder,
  GetPayment,
  ListShipments,
  type Order,
  type OrderId,
  type Payment,
  type ProviderPaymentRecord,
  type Shipment,
  type Sku,
} from '@waypost/contracts';
import { type Answer, atDecision, bodyOf, withoutParcel } from '@waypost/test-kit';
import { moneyIn, reservedIn, type Shop } from './shop.ts';

/** An order of one unit of a product that nobody else buys, which was answered 202. */
export interface Purchase {
  readonly orderId: OrderId;
  readonly sku: Sku;
  readonly idempotencyKey: string;
  readonly paymentMethod: string;
  /** Units that were bought; one, unless told otherwise. */
  readonly quantity?: number;
  /** Units that all warehouses had before. */
  readonly onHand: number;
  /** Milliseconds since 1970. */
  readonly answeredAt: number;
}

/** What each service, and the payment provider, says of one order; the order and its shipments as they were when it was decided. */
export interface Account {
  readonly order: Order | undefined;
  readonly payment: Payment | undefined;
  readonly shipments: readonly Shipment[];
  readonly books: readonly ProviderPaymentRecord[];
  readonly stock: { readonly onHand: number; readonly reserved: number };
}

const unlessMissing = <Body>(answer: Answer<Body>): Body | undefined =>
  answer.status === 404 ? undefined : bodyOf(answer);

export async function orderOf({ stage, token }: Shop, id: OrderId): Promise<Order | undefined> {
  return unlessMissing(await stage.call(GetOrder, { parameters: { id }, token: token.shopper }));
}

export async function stockOf(shop: Shop, sku: Sku): Promise<Account['stock']> {
  const level = await shop.stockOf(sku);
  return { onHand: level.warehouses.reduce((sum, { onHand }) => sum + onHand, 0), reserved: reservedIn(level) };
}

export async function accountOf(shop: Shop, { orderId, sku }: Purchase): Promise<Account> {
  const { stage, token } = shop;
  const [order, payment, shipments, books, stock] = await Promise.all([
    orderOf(shop, orderId),
    stage.call(GetPayment, { parameters: { id: orderId }, token: token.shopper }),
    stage.call(ListShipments, { query: { orderId }, token: token.shopper }),
    shop.paymentRecordsOf(orderId),
    stockOf(shop, sku),
  ]);
  return {
    order: order && atDecision(order),
    payment: unlessMissing(payment),
    shipments: bodyOf(shipments).items.map(withoutParcel),
    books,
    stock,
  };
}

/** All say the same: an order is bought by all, undone by all, unknown to all, or on its way and nowhere twice. */
export function expectAgreement({ onHand, quantity = 1 }: Purchase, account: Account): void {
  const { order } = account;
  if (!order) return expect(account).toEqual({ books: [], shipments: [], stock: { onHand, reserved: 0 } });
  if (order.status === 'CONFIRMED') return expectBought(account, order, onHand - quantity);
  if (order.status === 'CANCELLED') return expectCompensated(account, onHand);
  return expectUnderWay(account, { onHand, quantity });
}

function expectBought({ books, payment, shipments, stock }: Account, order: Order, onHand: number): void {
  expect(books).toEqual([
    expect.objectContaining({ status: 'succeeded', charges: 1, amountReceived: order.total.amount }),
  ]);
  expect([moneyIn(books), payment?.status]).toEqual([order.total.amount, 'captured']);
  expect(shipments.map(({ shipmentId, status }) => [shipmentId, status])).toEqual(
    order.shipments.map(({ shipmentId }) => [shipmentId, 'arranged']),
  );
  expect(stock).toEqual({ onHand, reserved: 0 });
}

function expectCompensated({ books, payment, shipments, stock }: Account, onHand: number): void {
  expect(moneyIn(books)).toBe(0);
  expect([undefined, 'declined', 'voided', 'refunded']).toContain(payment?.status);
  expect(shipments.filter(({ status }) => status === 'arranged')).toEqual([]);
  expect(stock).toEqual({ onHand, reserved: 0 });
}

function expectUnderWay(
  { books, shipments, stock }: Account,
  { onHand, quantity }: { onHand: number; quantity: number },
): void {
  expect(books.length).toBeLessThanOrEqual(1);
  expect(books.reduce((sum, { charges }) => sum + charges, 0)).toBeLessThanOrEqual(1);
  expect(shipments.length).toBeLessThanOrEqual(1);
  expect(stock.onHand).toBe(onHand);
  expect(stock.reserved).toBeLessThanOrEqual(quantity);
}
