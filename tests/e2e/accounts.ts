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

/** An accepted order of one unit of a product that no other test buys. */
export interface Purchase {
  readonly orderId: OrderId;
  readonly sku: Sku;
  readonly idempotencyKey: string;
  readonly paymentMethod: string;
  /** Number of units, 1 by default. */
  readonly quantity?: number;
  /** Units in all warehouses before the order. */
  readonly onHand: number;
  /** Milliseconds since 1970. */
  readonly answeredAt: number;
}

/**
 * State of an order in every service and at the payment provider. The order and its shipments are as of the decision.
 */
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

/**
 * Checks that all services agree: the order is completed, compensated or unknown everywhere, or in progress without
 * duplicates.
 */
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
