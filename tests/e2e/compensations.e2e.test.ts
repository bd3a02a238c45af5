import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ArrangeShipment,
  AuthorizePayment,
  CancelShipments,
  CapturePayment,
  OrderId,
  ReleaseStock,
  RedriveOrder,
  RepublishProducts,
  ReserveStock,
  ReversePayment,
} from '@waypost/contracts';
import { anAddress, eventually, orderLines, shopperIdOf } from '@waypost/test-kit';
import { ask } from './invoke.ts';
import { moneyIn, openShop, PATIENCE, reservedIn, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

const newOrder = () => OrderId.parse(`ord_${randomUUID().replaceAll('-', '')}`);
const asked = (orderId: OrderId) => ({ orderId, attempt: 1 });
const paid = (payableId: OrderId) => ({ payableId, attempt: 1 });
const payment = (orderId: OrderId) => ({
  ...paid(orderId),
  shopperId: shopperIdOf(1),
  amount: { amount: 4200, currency: 'EUR' as const },
  paymentMethod: 'pm_card_visa',
});
const shipment = (orderId: OrderId) => ({
  ...asked(orderId),
  shopperId: shopperIdOf(1),
  carrier: 'parcel-post',
  warehouse: 'north' as const,
  lines: orderLines(1),
  address: anAddress(),
});
const expectNoMoneyIn = (orderId: OrderId) =>
  eventually(async () => {
    const books = await shop.paymentRecordsOf(orderId);
    expect(books).toHaveLength(1);
    expect(moneyIn(books)).toBe(0);
  }, PATIENCE);

describe('ReversePayment', () => {
  it('voids an authorization once, and rejects a further one', async () => {
    const orderId = newOrder();
    expect(await ask(AuthorizePayment, payment(orderId))).toMatchObject({ outcome: 'authorized' });
    for (const _ of [1, 2]) expect(await ask(ReversePayment, paid(orderId))).toEqual({ outcome: 'voided' });
    expect(await ask(AuthorizePayment, payment(orderId))).toEqual({ outcome: 'rejected', reason: 'reversed' });
    expect(await ask(CapturePayment, paid(orderId))).toEqual({ outcome: 'rejected', reason: 'reversed' });
    await expectNoMoneyIn(orderId);
  });

  it('refunds a capture once', async () => {
    const orderId = newOrder();
    await ask(AuthorizePayment, payment(orderId));
    for (const _ of [1, 2]) expect(await ask(CapturePayment, paid(orderId))).toEqual({ outcome: 'captured' });
    for (const _ of [1, 2]) expect(await ask(ReversePayment, paid(orderId))).toEqual({ outcome: 'refunded' });
    await expectNoMoneyIn(orderId);
  });

  it('that arrives first rejects the late payment', async () => {
    const orderId = newOrder();
    expect(await ask(ReversePayment, paid(orderId))).toEqual({ outcome: 'nothing_authorized' });
    expect(await ask(AuthorizePayment, payment(orderId))).toEqual({ outcome: 'rejected', reason: 'reversed' });
  });
});

describe('ReleaseStock', () => {
  it('releases the reservation once, and rejects a further one', async () => {
    const sku = await shop.newProduct({ north: 3 });
    const orderId = newOrder();
    const reserve = { ...asked(orderId), lines: [{ sku, quantity: 2 }] };
    for (const _ of [1, 2]) expect(await ask(ReserveStock, reserve)).toMatchObject({ outcome: 'reserved' });
    expect(reservedIn(await shop.stockOf(sku))).toBe(2);
    for (const _ of [1, 2]) expect(await ask(ReleaseStock, asked(orderId))).toEqual({ outcome: 'released' });
    expect(reservedIn(await shop.stockOf(sku))).toBe(0);
    expect(await ask(ReserveStock, reserve)).toEqual({ outcome: 'rejected', reason: 'released' });
  });

  it('that arrives first rejects the late reservation', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const orderId = newOrder();
    expect(await ask(ReleaseStock, asked(orderId))).toEqual({ outcome: 'nothing_reserved' });
    const reserve = { ...asked(orderId), lines: [{ sku, quantity: 1 }] };
    expect(await ask(ReserveStock, reserve)).toEqual({ outcome: 'rejected', reason: 'released' });
    expect(reservedIn(await shop.stockOf(sku))).toBe(0);
  });
});

describe('CancelShipments', () => {
  it('cancels the shipments once, and rejects further ones', async () => {
    const orderId = newOrder();
    for (const _ of [1, 2])
      expect(await ask(ArrangeShipment, shipment(orderId))).toMatchObject({ outcome: 'arranged' });
    for (const _ of [1, 2]) expect(await ask(CancelShipments, asked(orderId))).toEqual({ outcome: 'cancelled' });
    expect(await ask(ArrangeShipment, shipment(orderId))).toEqual({ outcome: 'rejected', reason: 'cancelled' });
  });

  it('that arrives first rejects the late shipment', async () => {
    const orderId = newOrder();
    expect(await ask(CancelShipments, asked(orderId))).toEqual({ outcome: 'nothing_arranged' });
    expect(await ask(ArrangeShipment, shipment(orderId))).toEqual({ outcome: 'rejected', reason: 'cancelled' });
  });
});

describe('a command of an older attempt than the last one', () => {
  it('is rejected', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const orderId = newOrder();
    const reserve = { orderId, lines: [{ sku, quantity: 1 }] };
    expect(await ask(ReserveStock, { ...reserve, attempt: 2 })).toMatchObject({ outcome: 'reserved' });
    expect(await ask(ReserveStock, { ...reserve, attempt: 1 })).toEqual({
      outcome: 'rejected',
      reason: 'newer_attempt',
    });
    expect(await ask(ReleaseStock, asked(orderId))).toEqual({ outcome: 'rejected', reason: 'newer_attempt' });
  });
});

describe('RedriveOrder', () => {
  it('does nothing for a decided order', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const { orderId } = await shop.decided(await shop.place({ lines: [{ sku, quantity: 1 }] }));
    expect(await ask(RedriveOrder, { orderId })).toEqual({ outcome: 'decided' });
  });
});

describe('RepublishCatalogue', () => {
  it('publishes every product again, and changes nothing', async () => {
    const sku = await shop.newProduct({ north: 1 });
    await shop.decided(await shop.place({ lines: [{ sku, quantity: 1 }] }));
    const { products } = await ask(RepublishProducts, {});
    expect(products).toBeGreaterThan(40);
    const order = await shop.decided(await shop.place({ lines: [{ sku, quantity: 1 }] }));
    expect(order.reason).toBe('out_of_stock');
  });
});
